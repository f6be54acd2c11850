#!/usr/bin/env python3
"""Writes a marketplace of made-up credentials as catalog files, to measure with: same seed, same bytes.

    Benchmarks/generate.py FOLDER [--count 1850000] [--seed 1] [--per-file 5000]

1,850,000 is what the public registry of Credential Engine counts in the United States.
Titles, providers, skills, prices and hours are drawn from lists and skewed as markets are: few providers offer much,
few skills are taught by many. Every file holds whole stacks (an introduction, what builds on it, what crowns it), so
that requirements lead somewhere; goals ask for what crowns a stack and for skills.
"""

import argparse
import json
import pathlib

FIELDS = """Accounting|Aviation|Biotechnology|Building trades|Business|Chemistry|Childcare|Cloud computing|Construction
Cybersecurity|Data and analytics|Dental care|Design|Early education|Electronics|Emergency care|Energy|Environment
Film and sound|Finance|Food and hospitality|Forestry|Gerontology|Health records|Human resources|Information technology
Languages|Law and justice|Logistics|Machining|Management|Manufacturing|Marketing|Nursing|Pharmacy|Public service
Real estate|Robotics|Teaching|Welding""".replace("\n", "|").split("|")
SUBJECTS = """Safety|Quality|Planning|Operations|Analysis|Maintenance|Inspection|Design|Documentation|Regulation|Ethics
Leadership|Automation|Diagnostics|Modelling|Testing|Procurement|Scheduling|Supervision|Communication|Measurement
Programming|Assessment|Research|Coordination""".replace("\n", "|").split("|")
ASPECTS = """Fundamentals|Methods|Tools|Standards|Practice|Laboratory|Field work|Projects|Systems|Strategy|Applications
Techniques|Materials|Workflows|Reporting|Improvement|Case studies|Equipment|Governance|Integration""".replace(
    "\n", "|"
).split("|")
PLACES = """Ashford|Brookvale|Cedar Falls|Dunmore|Eastlake|Fairhaven|Glenwood|Harborview|Ironwood|Juniper|Kingsport
Lakeside|Maple Grove|Northfield|Oakridge|Pinecrest|Quarry Hill|Riverton|Stonebridge|Thornbury|Upton|Valley View
Westbrook|Yarmouth|Zephyr""".replace("\n", "|").split("|")
HOUSES = """College|Institute|Academy|University|Community College|Technical School|Guild|Association|Board|Training
Council|Learning Center|Polytechnic""".replace("\n", "|").split("|")
# Kind, words of its title, fee and hours in the middle, and how many places of a stack it takes.
STEPS = [
    ("badge", "Introduction to {}", 0, 4),
    ("course", "{} I", 180, 40),
    ("course", "{} II", 240, 45),
    ("microcredential", "{} Microcredential", 600, 120),
    ("exam", "{} Examination", 250, 60),
    ("certificate", "Certificate in {}", 1400, 240),
    ("certification", "Certified {} Professional", 450, 90),
    ("degree", "Associate Degree in {}", 9000, 1800),
]


class Draw:
    """SplitMix64: the same numbers everywhere, whatever becomes of Python's own."""

    def __init__(self, seed):
        self.state = seed & 0xFFFFFFFFFFFFFFFF

    def number(self, below):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        word = self.state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (word ^ (word >> 31)) % below

    def skewed(self, below):
        """Small numbers much more often than large ones."""
        return self.number(self.number(below) + 1)


def provider_list(count):
    providers = []
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        house = HOUSES[number // len(PLACES) % len(HOUSES)]
        field = FIELDS[number // (len(PLACES) * len(HOUSES)) % len(FIELDS)]
        about = f" of {field}" if number >= len(PLACES) * len(HOUSES) else ""
        providers.append({"id": f"provider-{number}", "name": f"{place} {house}{about}"})
        if number % 3 == 0:
            providers[-1]["quality"] = [{"by": "Regional Accreditation Board"}]
    return providers


def skill_list():
    return [
        {"id": f"skill-{field}-{subject}-{aspect}", "name": f"{FIELDS[field]}: {SUBJECTS[subject].lower()} {name.lower()}"}
        for field in range(len(FIELDS))
        for subject in range(len(SUBJECTS))
        for aspect, name in enumerate(ASPECTS)
    ]


def stack(draw, number, field, providers):
    """One stack: what builds on what, with the skills each step teaches."""
    subject, aspect = draw.number(len(SUBJECTS)), draw.number(len(ASPECTS))
    topic = f"{FIELDS[field]} {SUBJECTS[subject]} {ASPECTS[aspect]}"
    provider = draw.skewed(providers)
    entries = []
    for place, (kind, title, fee, hours) in enumerate(STEPS):
        entry = {
            "id": f"c{number}-{place}",
            "title": title.format(topic),
            "provider": f"provider-{provider}",
            "kind": kind,
        }
        if draw.number(10):
            entry["cost"] = {"fee": fee * (50 + draw.number(100)) // 100}
        if draw.number(12):
            entry["effort"] = {"hours": max(1, hours * (60 + draw.number(80)) // 100)}
        entry["delivery"] = [("online", "onsite", "blended")[draw.skewed(3)]]
        entry["language"] = [("en", "en", "en", "es", "fr")[draw.number(5)]]
        entry["level"] = {"eqf": str(2 + min(4, place))}
        if place in (1, 2, 3, 5):
            entry["teaches"] = [f"skill-{field}-{subject}-{(aspect + place) % len(ASPECTS)}"]
        if place == 2:
            entry["requires"] = [f"c{number}-1"]
        elif place == 3:
            entry["requires"] = {"all": [f"c{number}-1", {"any": [f"c{number}-0", f"c{number}-2"]}]}
        elif place == 5:
            entry["requires"] = {"any": [f"c{number}-3", {"all": [f"c{number}-2", f"c{number}-4"]}]}
        elif place == 6:
            entry["requires"] = [f"c{number}-4"]
            entry["validity"] = {"years": 3}
        elif place == 7:
            entry["requires"] = [f"c{number}-5"]
        entries.append(entry)
    goal = {
        "id": f"g{number}",
        "title": f"{FIELDS[field]} {SUBJECTS[subject].lower()} specialist {number}",
        "requires": {"all": [f"c{number}-6", {"skill": f"skill-{field}-{subject}-{(aspect + 3) % len(ASPECTS)}"}]},
    }
    return entries, goal


def write(path, value, lists):
    """An entry a line, so that a file can be read by eye and by grep."""
    def text(item):
        return json.dumps(item, ensure_ascii=False, separators=(",", ":"))

    with path.open("w", encoding="utf-8") as file:
        file.write(text(value)[:-1])
        for name, items in lists.items():
            file.write(f',\n"{name}":[\n' + ",\n".join(map(text, items)) + "\n]")
        file.write("}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1_850_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-file", type=int, default=5000)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    draw = Draw(options.seed)
    providers = provider_list(min(6000, max(12, options.count // 100)))
    head = {"catalog": "marketplace", "title": "Marketplace", "currency": "USD"}
    write(options.folder / "marketplace.json", head, {"providers": providers, "skills": skill_list()})
    stacks = -(-options.count // len(STEPS))
    per_file = max(1, options.per_file // len(STEPS))
    left = options.count
    for file, first in enumerate(range(0, stacks, per_file)):
        entries, goals = [], []
        for number in range(first, min(stacks, first + per_file)):
            made, goal = stack(draw, number, number // per_file % len(FIELDS), len(providers))
            entries += made[:left]
            # A goal of a stack that was cut off would lead nowhere.
            if left >= len(STEPS) and number % 10 == 0:
                goals.append(goal)
            left -= len(made)
            left = max(0, left)
        write(options.folder / f"part-{file:05}.json", {"currency": "USD"}, {"credentials": entries, "goals": goals})


if __name__ == "__main__":
    main()
