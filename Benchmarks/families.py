#!/usr/bin/env python3
"""Writes instances of the benchmark's families in any size, to see how the work grows: same seed, same bytes.

    Benchmarks/families.py FOLDER [--sizes 20 40 ... 2560] [--seeds 3] [--families stack skills ...]

Each is one way in which credentials hang together: `stack` layers of which each asks for several of the one below,
`lapse` the same with what must still be active, `skills` courses that teach what others ask for, `cohort` the same with
fixed lengths and exclusions, `ladder` steps of a long chain with two or three ways each, `credits` an award for credits
from a core and from everything, `distinct` skills of which each must be shown by a course of its own.
"""

import argparse
import json
import pathlib

from generate import Draw

FAMILIES = ["stack", "skills", "ladder", "credits", "cohort", "lapse", "distinct"]
SIZES = [20, 40, 80, 160, 320, 640, 1280, 2560]


def pick(draw, values):
    return values[draw.number(len(values))]


def sample(draw, values, count):
    """So many different ones, in the order drawn."""
    rest, found = list(values), []
    while rest and len(found) < count:
        found.append(rest.pop(draw.number(len(rest))))
    return found


def credential(name, fee, hours, days=0, scheduled=False, monthly=0, **more):
    # What is scheduled must fit into ten hours a week, or nobody here could take it.
    hours = min(hours, 10 * days // 7) if scheduled else hours
    return {
        "id": name,
        "title": f"Credential {name}",
        "provider": "p",
        "kind": "microcredential",
        "cost": {"fee": fee, "monthly": monthly},
        "effort": {"hours": hours},
        "duration": {"days": days, "pace": "scheduled" if scheduled else "self"},
        **more,
    }


def need(name, active=False):
    return {"credential": name, "active": True} if active else {"credential": name}


def stack(draw, size, lapses=False):
    """Four layers; each step asks for some of the layer below."""
    width = size // 4
    found = []
    for layer in range(4):
        for number in range(width):
            more = {}
            if layer:
                below = sample(draw, range(width), 2 + draw.number(4))
                children = [need(f"l{layer - 1}-{b}", lapses and draw.number(2) == 0) for b in below]
                more["requires"] = {"atLeast": 1 + draw.number(len(children)), "of": children}
            if lapses and draw.number(2) == 0:
                more["validity"] = {"days": pick(draw, [120, 180, 270, 365])}
            days = pick(draw, [0, 0, 0, 0, 42, 56])
            found.append(
                credential(
                    f"l{layer}-{number}",
                    draw.number(16),
                    pick(draw, [10, 20, 30, 40, 60, 80]),
                    days,
                    days > 0 and draw.number(3) == 0,
                    pick(draw, [0, 0, 49]),
                    **more,
                )
            )
    tops = [need(f"l3-{n}", lapses and draw.number(2) == 0) for n in sample(draw, range(width), 3)]
    return found, {"atLeast": 2, "of": tops}


def lapse(draw, size):
    return stack(draw, size, lapses=True)


def skills(draw, size, fixed=False):
    """Courses teach one to four skills; half of them ask for some first."""
    count = max(8, size // 8)
    found = []
    for number in range(size):
        taught = sample(draw, range(count), 1 + draw.number(4))
        more = {"teaches": [f"s{s}" for s in taught]}
        asked = sample(draw, [s for s in range(count) if s not in taught], 1 + draw.number(2))
        if draw.number(2):
            more["requires"] = {pick(draw, ["all", "any"]): [{"skill": f"s{s}"} for s in asked]}
        if fixed and number and draw.number(4) == 0:
            more["excludes"] = [f"c{draw.number(number)}"]
        days = pick(draw, [0, 0, 14, 28, 42, 70]) if fixed else pick(draw, [0] * 9 + [70])
        found.append(
            credential(
                f"c{number}",
                draw.number(6) * len(taught),
                pick(draw, [6, 10, 15, 20, 30, 60]) * (1 + draw.number(2)),
                days,
                days > 0 and draw.number(2) == 0,
                pick(draw, [0, 0, 0, 29, 49]),
                **more,
            )
        )
    for skill in range(count):
        found.append(credential(f"e{skill}", 1 + draw.number(9), pick(draw, [20, 40]), teaches=[f"s{skill}"]))
    return found, {"all": [{"skill": f"s{s}"} for s in sample(draw, range(count), 7)]}


def cohort(draw, size):
    return skills(draw, size, fixed=True)


def ladder(draw, size):
    """Each step asks twice for one of up to three of the ten before it."""
    found = []
    for number in range(size):
        more = {}
        if number >= 6:
            asks = [
                {"any": [need(f"x{number - 1 - draw.number(min(number, 10))}") for _ in range(1 + draw.number(3))]}
                for _ in range(2)
            ]
            more["requires"] = {"all": asks}
        days = pick(draw, [0, 0, 0, 21, 56])
        found.append(
            credential(f"x{number}", draw.number(11), pick(draw, [8, 12, 20, 60]), days, days > 0, 0, **more)
        )
    return found, {"all": [need(f"x{size - 1}"), need(f"x{size - 2}")]}


def credits(draw, size):
    """An award for 30 credits, 15 of them from a core of twelve."""
    found = []
    for number in range(size):
        worth = pick(draw, [1, 2, 3, 5, 6, 10])
        more = {"credits": worth}
        if number > 4 and draw.number(2):
            more["requires"] = {"any": [need(f"m{draw.number(number)}") for _ in range(2)]}
        hours = worth * pick(draw, [12.5, 25])
        days = pick(draw, [0, 0, 0, 42, 70])
        found.append(credential(f"m{number}", worth * (1 + draw.number(4)), hours, days, **more))
    names = [c["id"] for c in found]
    asks = [{"credits": 15, "from": sample(draw, names, 12)}, {"credits": 30, "from": names}]
    found.append(credential("award", 2, 0, requires={"all": asks}))
    return found, need("award")


def distinct(draw, size):
    """Seven skills, some of them twice, each by a course of its own; every course teaches two."""
    count = max(5, size // 4)
    found = []
    for number in range(size):
        taught = [f"s{s}" for s in sample(draw, range(count), 2)]
        days = pick(draw, [0, 14, 28, 56])
        hours = pick(draw, [5, 10, 20, 40, 60])
        found.append(
            credential(f"c{number}", draw.number(301), hours, days, monthly=pick(draw, [0, 0, 49]), teaches=taught)
        )
    return found, {"distinct": [{"skill": f"s{draw.number(count)}"} for _ in range(7)]}


def instance(family, size, seed):
    draw = Draw(seed * 1_000_003 + size * 31 + FAMILIES.index(family))
    name = f"{family}-{size}-{seed}"
    found, goal = globals()[family](draw, size)
    taught = sorted({s for c in found for s in c.get("teaches", [])}, key=lambda s: int(s[1:]))
    return {
        "catalog": name,
        "title": f"Made up: {name}",
        "currency": "USD",
        "asOf": "2026-01-05",
        "providers": [{"id": "p", "name": "Made up"}],
        "skills": [{"id": s, "name": f"Skill {s}"} for s in taught],
        "credentials": found,
        "goals": [{"id": "goal", "title": f"Goal of {name}", "requires": goal}],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--families", nargs="*", choices=FAMILIES, default=FAMILIES)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for family in chosen.families:
        for size in chosen.sizes:
            for seed in range(1, chosen.seeds + 1):
                made = instance(family, size, seed)
                (chosen.folder / f"{made['catalog']}.json").write_text(json.dumps(made))


if __name__ == "__main__":
    main()
