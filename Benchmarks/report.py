"""Writes docs/benchmarks.md from what was measured."""

import json
import math
import textwrap

import ablation
import growth
import plot

FAMILIES = ["stack", "skills", "ladder", "credits", "cohort", "lapse", "market"]
PEERS = {"cpsat": "CP-SAT", "highs": "HiGHS"}
PATIENCE = 60  # times Cairn's own seconds, for each solve of a peer


def place(name):
    """Where an instance stands in tables: by family, size and number."""
    family, size, number = name.split("-")
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), int(size), int(number)


def seconds(solver, answer):
    """What it took, or None where there is no answer at all."""
    if answer is None or "failed" in answer:
        return None
    return answer["milliseconds"] / 1000 if solver == "cairn" else answer["seconds"]


def proved(solver, answer):
    if answer is None or "failed" in answer:
        return False
    return answer["status"] != "incomplete" if solver == "cairn" else answer["proved"]


def ratio(answers, peer):
    """How many times longer the peer took, where Cairn proved: at least that where the peer didn't prove."""
    own, other = seconds("cairn", answers.get("cairn")), seconds(peer, answers.get(peer))
    if own is None or other is None or not proved("cairn", answers["cairn"]):
        return None
    return other / own


def calm_ratio(answers, peer):
    """The same by processor time, the peer's halved for its two threads: what a busy machine can't inflate."""
    own, other = answers.get("cairn", {}), answers.get(peer, {})
    if ratio(answers, peer) is None or not own["processorMilliseconds"]:
        return None
    return other["processorSeconds"] / 2 / (own["processorMilliseconds"] / 1000)


def geometric_mean(figures):
    return math.exp(sum(map(math.log, figures)) / len(figures)) if figures else None


def figure(value, digits=3):
    """Three significant digits, without an exponent."""
    if value is None:
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, digits - 1 - math.floor(math.log10(value)))}f}" if value > 0 else "0"


def progress(name, solver, answer):
    if "failed" in answer:
        return f"{name:15} {solver:6} FAILED: {answer['failed']}"
    verdict = "proved" if proved(solver, answer) else "stopped"
    return f"{name:15} {solver:6} {verdict:8}{seconds(solver, answer):10.3f} s {len(answer['frontier']):3} points"


def compact(results):
    """One line for each answer: readable, and small in a diff."""
    head = {k: v for k, v in results.items() if k != "found"}
    lines = [f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in head.items()]
    found = []
    for name in sorted(results["found"], key=place):
        answers = ",\n".join(f"      {json.dumps(s)}: {json.dumps(a)}" for s, a in results["found"][name].items())
        found.append(f"    {json.dumps(name)}: {{\n{answers}\n    }}")
    lines.append('  "found": {\n' + ",\n".join(found) + "\n  }")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def means(found, peer, names):
    """(geometric mean where both proved, how many; geometric mean of the least ratios where only Cairn proved, …)"""
    both, only = [], []
    for name in names:
        value = ratio(found[name], peer)
        if value is not None:
            (both if proved(peer, found[name][peer]) else only).append(value)
    return geometric_mean(both), len(both), geometric_mean(only), len(only)


def summary(found):
    """One line for each peer, for who runs it."""
    lines = []
    for peer, title in PEERS.items():
        mean, both, least, only = means(found, peer, found)
        slower = slower_than(found, peer)
        if both or only:
            lines.append(
                f"{title}: {figure(mean)} times Cairn's time over {both} that both proved; at least {figure(least)} "
                f"over {only} that only Cairn proved; Cairn slower on {', '.join(slower) or 'none'}"
            )
    own = [n for n in found if "cairn" in found[n]]
    lines.append(f"Cairn proved {sum(proved('cairn', found[n]['cairn']) for n in own)} of {len(own)}")
    return "\n".join(lines)


def slower_than(found, peer):
    """Where the peer proved and Cairn took longer, or didn't prove."""
    names = []
    for name in sorted(found, key=place):
        answers = found[name]
        if "cairn" in answers and proved(peer, answers.get(peer)):
            own = seconds("cairn", answers["cairn"])
            if not proved("cairn", answers["cairn"]) or own > seconds(peer, answers[peer]):
                names.append(name)
    return names


# The document.


def write(results, expected, faults, folder):
    found = results["found"]
    names = sorted(found, key=place)
    sections = [
        head(results),
        means_table(found, names),
        "![Time against size, one panel for each family](benchmarks.svg)\n",
        instance_table(found, names),
        goals_section(results),
        ablation_table(results),
        growth_table(results),
        remarks(found, names, expected, faults) + (bullet(results["note"]) + "\n" if "note" in results else ""),
        method(results),
    ]
    folder.mkdir(exist_ok=True)
    (folder / "benchmarks.md").write_text("\n".join(sections))
    (folder / "benchmarks.svg").write_text(plot.drawing(found))
    if "growth" in results:
        (folder / "growth.svg").write_text(plot.growth(results["growth"]))


def head(results):
    m, v = results["machine"], results["versions"]
    return f"""# Benchmarks

Written by `make bench`; not edited by hand. {whole_run(results)}, {results["date"]}:
{m["processor"]}, {m["cores"]} cores, {m["memory"]}, {m["system"]}; its load was {m["load"]} when the run began (0: idle).
Cairn {v["cairn"]} (Swift {v["swift"]}, one thread), OR-Tools CP-SAT {v["ortools"]} (2 workers), HiGHS {v["highspy"]}
(2 threads), Python {v["python"]}.

Each solver finds the whole frontier of cost against days and proves it. [How it is measured](#how-it-is-measured) is
below; the raw figures are in [Benchmarks/results.json](../Benchmarks/results.json).
"""


def whole_run(results):
    if "note" in results:
        return "Every figure is of one machine, not all of one run (the last of [what doesn't flatter](#what-doesnt-flatter))"
    return "Every figure is of one run on one machine"


def means_table(found, names):
    lines = [
        "## How many times longer the others take\n",
        paragraph(
            """Geometric means of their time by the clock over Cairn's, and of how many instances. Where only Cairn proved
            the frontier, the other's time until it was stopped makes a ratio that the true one can't be below."""
        ),
        paragraph(
            """Where others use the machine too, time by the clock says less; the last column is half the processor time
            of CP-SAT's two workers over Cairn's processor time, where both proved."""
        ),
        "| family | CP-SAT, both proved | CP-SAT, only Cairn proved | HiGHS, both proved | HiGHS, only Cairn proved | CP-SAT, processor |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for family in [*FAMILIES, None]:
        group = [n for n in names if family in (None, n.split("-")[0])]
        if group:
            cells = " | ".join(mean_cells(found, peer, group) for peer in PEERS)
            calm = [calm_ratio(found[n], "cpsat") for n in group if proved("cpsat", found[n].get("cpsat"))]
            cells += f" | {figure(geometric_mean([c for c in calm if c]))}"
            lines.append(f"| {family or '**all**'} | {cells} |")
    return "\n".join(lines) + "\n"


def mean_cells(found, peer, group):
    mean, both, least, only = means(found, peer, group)
    return f"{f'{figure(mean)} ({both})' if both else '–'} | {f'≥ {figure(least)} ({only})' if only else '–'}"


def instance_table(found, names):
    lines = [
        "## Every instance\n",
        paragraph(
            """Milliseconds and nodes are Cairn's: nodes of choosing, and of scheduling. `>` marks a frontier that was not
            proven when the solver was stopped; a ratio with `≥` rests on such a time. In brackets the bound that stood then, on the least cost or on the least days at
            a cost, and how many points were proven before."""
        ),
        "| instance | points | Cairn ms | first pathway ms | nodes | scheduling | MiB | CP-SAT s | ratio | HiGHS s | ratio |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    return "\n".join(lines + [instance_row(name, found[name]) for name in names]) + "\n"


def instance_row(name, answers):
    own = answers.get("cairn")
    if own is None or "failed" in own:
        cells = ["–", "failed" if own else "not run", "–", "–", "–", "–"]
    else:
        points = str(len(own["frontier"])) if own["status"] != "infeasible" else "none exists"
        stopped = "" if proved("cairn", own) else "> "
        first, memory = own.get("firstMilliseconds"), own["peakMemory"] / 2**20
        cells = [points, stopped + figure(own["milliseconds"]), figure(first)]
        cells += [f"{own['nodes']:,}", f"{own['schedulingNodes']:,}", f"{memory:.0f}"]
    for peer in PEERS:
        cells += peer_cells(answers, peer)
    return f"| {name} | {' | '.join(cells)} |"


def peer_cells(answers, peer):
    answer = answers.get(peer)
    time = seconds(peer, answer)
    if time is None:
        return ["failed" if answer else "not run", "–"]
    times = ratio(answers, peer)
    whole = proved(peer, answer)
    return [
        figure(time) if whole else f"> {figure(time)}{stopped_bound(answer)}",
        "–" if times is None else ("" if whole else "≥ ") + figure(times),
    ]


def stopped_bound(answer):
    """What a solver knew of what it was minimising when it was stopped, and how many points it had proven."""
    stopped = answer.get("stopped")
    if not stopped or stopped.get("bound") is None:
        return ""
    least = f"cost {stopped['bound']:,.0f}" if stopped["least"] == "cost" else f"{stopped['bound']:,.0f} days"
    return f" ({least}; {len(answer['frontier'])})"


def goals_section(results):
    if "goals" not in results:
        return ""
    g = results["goals"]
    rows = [
        ("from nothing to the proof", g["fromNothing"]),
        ("from nothing to the first pathway", g["first"]),
        ("to the proof after one change", g["afterOneChange"]),
    ]
    longest = max(results.get("cancel", []), key=lambda c: c["longestWait"], default=None)
    lines = [
        "## At the keyboard\n",
        paragraph(
            f"""All {g["goals"]} goals of the bundled catalogs, and {g["questions"] - g["goals"]:,} questions with one thing
            changed: an hour a week more or fewer, one at a time more or fewer, four fifths of the money or of the days, a
            step of the chosen pathway excluded, a month later. Milliseconds by the clock; unproven: {g["unproven"]}; memory
            at most {g["peakMemory"] / 2**20:.0f} MiB, catalogs included."""
        ),
        "| | median | p95 | p99 | most |",
        "|---|---:|---:|---:|---:|",
        *(f"| {t} | {' | '.join(figure(s[k]) for k in ('p50', 'p95', 'p99', 'most'))} |" for t, s in rows),
        "",
        longest and paragraph(
            f"""Told to stop at thirteen moments, from a quarter of a millisecond to a second, on each of the
            {len(results["cancel"])} instances of 160 credentials and more, it went on for at most
            {figure(longest["longestWait"])} ms ({longest["name"]}, told after {figure(longest["after"])} ms)."""),
    ]
    return "\n".join(line for line in lines if line is not None)


def ablation_table(results):
    if "ablation" not in results:
        return ""
    found = results["ablation"]
    whole = found[""]
    lines = [
        "## What each part buys\n",
        paragraph(
            f"""The instances of sizes up to {ablation.MOST} without one part of the search, each for {ablation.LIMIT} s at most: geometric
            means of how many times the nodes and the processor time it takes; where it did not prove within the limit, the
            limit counts. A part below 1 costs more than it buys at these sizes; what it is for is in the second pair of
            columns, over those that take a second or more, or aren't proven, without it."""
        ),
        "| without | nodes, times | time, times | not proven | nodes, where long | time, where long |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for part, answers in found.items():
        long = [n for n, a in answers.items() if not a["proved"] or a["milliseconds"] >= 1000]
        missing = sum(not a["proved"] for a in answers.values())
        cells = [part or "(nothing left out)", *ablation_means(answers, whole, answers), str(missing)]
        cells += [f"{cell} ({len(long)})" if long else "–" for cell in ablation_means(answers, whole, long)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def ablation_means(answers, whole, names):
    """How many times the nodes, and the time, of the whole search."""
    count = lambda answer: answer["nodes"] + answer["schedulingNodes"] + 1
    return [
        figure(geometric_mean([count(answers[n]) / count(whole[n]) for n in names])),
        figure(geometric_mean([answers[n]["milliseconds"] / whole[n]["milliseconds"] for n in names])),
    ]


def growth_table(results):
    if "growth" not in results:
        return ""
    sizes = sorted({int(s) for by_size in results["growth"].values() for s in by_size})
    lines = [
        "## How the work grows\n",
        paragraph(
            f"""Made-up instances of each family (`Benchmarks/families.py`), {growth.SEEDS} of each size: the median of the
            processor time in milliseconds, with the median of the nodes of choosing under it, and how many were proven within
            {growth.LIMIT} s where not all were. A family ends where none was."""
        ),
        f"| family | {' | '.join(f'{s:,}' for s in sizes)} |",
        f"|---|{'---:|' * len(sizes)}",
    ]
    for family, by_size in results["growth"].items():
        by_size = [by_size.get(s) or by_size.get(str(s)) for s in sizes]
        lines.append(f"| {family} | {' | '.join(growth_cell(cell) for cell in by_size)} |")
        nodes = [f"{cell['nodes']:,.0f}" if cell else "" for cell in by_size]
        lines.append(f"| nodes | {' | '.join(nodes)} |")
    lines += ["", "![Processor time against the number of credentials, one line for each family](growth.svg)", ""]
    lines.append(
        paragraph(
            """Where many choices are nearly equal, the linear relaxation takes each in part and can't tell them apart: then
            the work is exponential. Lists of credits and long ladders with two or three ways at every step show it first,
            lists of skills later. With lapses it is the placing: a set of thirty steps of which many leave room in the
            week has many orders that validity nearly forbids. Of a stack only what lies below its three tops can matter, however
            much there is beside it, so its size hardly tells how long it takes. Where nodes stay in the hundreds and the time grows, it is reading,
            reduction and one relaxation; where nodes grow as the time does, it is the choice."""
        )
    )
    return "\n".join(lines)


def growth_cell(cell):
    if cell is None:
        return ""
    return figure(cell["milliseconds"]) + ("" if cell["proved"] == cell["of"] else f" ({cell['proved']} of {cell['of']})")


def remarks(found, names, expected, faults):
    lines = ["## What doesn't flatter\n"]
    run = [n for n in names if "cairn" in found[n]]
    open_ones = [n for n in run if "failed" not in found[n]["cairn"] and not proved("cairn", found[n]["cairn"])]
    failed = [n for n in run if "failed" in found[n]["cairn"]]
    lines.append(
        f"- Cairn proved {sum(proved('cairn', found[n]['cairn']) for n in run)} of {len(run)} within its limit."
    )
    lines += [bullet(f"{name}: not proven. {known(found[name]['cairn'])}") for name in open_ones]
    lines += [f"- {name}: Cairn failed: {found[name]['cairn']['failed']}." for name in failed]
    for peer, title in PEERS.items():
        slower = ", ".join(slower_than(found, peer)) or "none"
        ran = sum(peer in found[n] for n in names)
        lines.append(
            bullet(
                f"{title} was run on {ran} of {len(names)}; it was faster, or proved what Cairn didn't, on {slower}."
            )
        )
    lines.append(bullet(agreement_sentence(found, names, expected, faults)))
    return "\n".join(lines) + "\n"


def known(answer):
    bound = answer["bound"]
    return (
        f"Found {len(answer['frontier'])} of its points; proven: none costs less than {bound['cost']:,} or takes "
        f"less than {bound['days']} days, and of those that cost less than {bound['provenBelowCost']:,} none is missing."
    )


def agreement_sentence(found, names, expected, faults):
    if faults:
        return "**Frontiers disagree:** " + "; ".join(faults)
    unknown = [n for n in names if not expected[n]["proved"] and proved("cairn", found[n].get("cairn"))]
    checked = [n for n in unknown if not proved("cpsat", found[n].get("cpsat"))]
    return (
        "Every pathway of every answer stands before the checker, which shares nothing with the search. "
        "No frontier contradicts another, nor what was expected. New here, and so confirmed by no other solver: the "
        f"proofs of {', '.join(checked) or 'none'} (those of their points that another solver proved agree)."
    )


def method(results):
    own, peer = results["limits"]["cairn"], results["limits"]["peer"]
    return "\n".join(
        [
            "## How it is measured\n",
            bullet(
                """**The instances** are those of `Benchmarks/instances`: seeded problems of six families and two sizes of a
                crowded market; the second part of each name is about how many credentials there are."""
            ),
            bullet(
                f"""**Cairn's time** is from the request to the proof (`Problem` and `solve`), the catalog already read; the
                median of five runs where the first takes less than a second; {own} s at most. Memory is the most the
                process had, reading included."""
            ),
            bullet(
                f"""**CP-SAT** gets a model of what can matter only, a fresh one for each solve: the least cost, the least
                days at that cost, then the same below those days. It has optional intervals, two cumulatives and a
                no-overlap of what fills more than half the week, literals for supports, energy as linear constraints, the
                rule that nothing is taken that supports nothing, the last pathway as a hint, and time counted in the
                greatest common divisor of all figures; {peer} s at most for each solve, or {PATIENCE} times Cairn's time where that is
                more. What is timed is building and
                solving, the file already read; the median of three runs where the first takes less than a second. Where
                relaxation alone shows that no pathway exists, no solver is asked, and that is its time."""
            ),
            bullet(
                """**HiGHS** is asked sizes up to 40 only, in the same loop. A small program without time bounds the cost and
                the horizon; then comes one indexed by time in steps, stronger and sparser than big-M."""
            ),
            bullet("A process for each, one after the other. What a solver took is its time by the clock."),
            bullet("""`make bench BENCH=--quick` is the short form: size 20 only, short limits, nothing written."""),
            "",
        ]
    )


def bullet(text):
    return textwrap.fill(
        " ".join(text.split()), 120, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
    )


def paragraph(text):
    return textwrap.fill(" ".join(text.split()), 120, break_on_hyphens=False) + "\n"
