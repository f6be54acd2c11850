#!/usr/bin/env python3
"""Measures the index of a very large marketplace and writes docs/library.md.

    make bench-library                      1,850,000 credentials, seed 1
    Benchmarks/library.py --count 100000    a smaller one, for a look; docs/library.md is left as it is

The marketplace is generated into .build/library and its index made there too. Queries are typed letter by letter: after
each letter `cairn search --each-line` answers the whole text so far. fzf, ripgrep and the sqlite3 shell get the same.
The planner runs in a terminal of its own (session.py).
"""

import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys

import machine
import screens
from marketplace import ROOT, Market, keystrokes, median, part, piped, say

FULL = 1_850_000


def like(text):
    """Every word somewhere in the title, as somebody writes it who has only SQL."""
    words = [word.replace("'", "''") for word in text.lower().split()]
    return "SELECT id, title FROM entry WHERE " + " AND ".join(f"title LIKE '%{w}%'" for w in words) + " LIMIT 20;"


def commands(market, count):
    """Seconds of commands, by their name."""
    goals = [f"g{10 * number}" for number in random.Random(1).sample(range(0, count // 80), 50)]
    at = ["--catalog", market.folder]
    return {
        "`cairn search welding`": [market.seconds("search", "welding", *at) for _ in range(7)],
        "the same in the bundled catalogs": [market.seconds("search", "welding") for _ in range(7)],
        "`cairn show` of a credential": [market.seconds("show", goal.replace("g", "c") + "-3", *at) for goal in goals],
        "`cairn goals --limit 10`": [market.seconds("goals", "--limit", 10, *at) for _ in range(3)],
        "`cairn plan GOAL`, the search cut off at once": [
            market.seconds("plan", goal, "--limit-nodes", 1, *at) for goal in goals
        ],
    }


def peers(market, folder, texts):
    titles = folder / "titles.txt"
    market.write_titles(titles)
    database = f"file:{market.database()}?mode=ro"
    return {
        "fzf": piped(lambda text: ["fzf", "--filter", text], titles, texts),
        "rg": piped(lambda text: ["rg", "--ignore-case", "--fixed-strings", text, str(titles)], titles, texts),
        "sqlite": piped(lambda text: ["sqlite3", database, like(text)], titles, texts),
    }


# The document


def figures(found):
    """Rows of what is measured, what was found, and what is asked for."""
    made, type_, browse, first, goals = (found[name] for name in ("made", "type", "browse", "first", "goals"))
    ms = lambda seconds: f"{seconds * 1000:.0f} ms"
    usual = lambda seconds: f"{ms(median(seconds))}, 95 of 100 within {ms(part(seconds, 0.95))}"
    stop = f", stopped by Ctrl-C after {made['before']:.0f} s and gone on with" if made["after"] else ""
    rows = [
        (f"`cairn index`{stop}",
         f"{made['before'] + made['after']:.0f} s, {made['busy']:.0f} s of them at work, at a load of "
         f"{made['load']:.1f}", ""),
        ("memory of it at most", f"{made['memory']:.0f} MiB", "500"),
        ("size of the index", f"{made['size']:.0f} MiB", ""),
        ("`cairn index` once one file has changed", f"{found['change']:.0f} s", ""),
        ("the planner's first frame; of the bundled catalogs",
         f"{first['cairn']:.0f} ms; {first['cairn, bundled']:.0f} ms", "twice as long"),
        ("its goals shown; of the bundled catalogs",
         f"{goals['cairn']:.0f} ms; {goals['cairn, bundled']:.0f} ms", "twice as long"),
        ("a letter typed at Explore to its frame", usual(browse["type"]), "95 of 100 within 50 ms"),
        ("a step through what is found to its frame", usual(browse["step"]), ""),
        ("a goal opened: all that can matter to it read, to its frame", usual(browse["open"]), "200 ms"),
        ("memory of the planner after all that, at most", f"{found['browse memory']:.0f} MiB", "150"),
        (f"a key of {len(type_):,} typed to `cairn search --each-line`",
         f"{usual(type_)}, the slowest {ms(max(type_))}", "95 of 100 within 50 ms"),
        (f"the same narrowed by facets or limits, or sorted: {len(found['narrowed'])} answers",
         f"{usual(found['narrowed'])}, the slowest {ms(max(found['narrowed']))}", ""),
        ("the first mistyped word", f"{usual(found['mistyped'])}", "50 ms"),
        ("memory of it at most", f"{found['type memory']:.0f} MiB", ""),
    ]
    return rows + [(name, usual(seconds), "") for name, seconds in found["commands"].items()]


def row(name, seconds, note):
    if seconds is None:
        return f"| {name} | not installed | | | {note} |"
    figures = " | ".join(f"{second * 1000:.1f}" for second in (median(seconds), part(seconds, 0.95), max(seconds)))
    return f"| {name} | {figures} | {note} |"


def document(count, found, on):
    return "\n".join([
        "# Searching and planning in a very large marketplace",
        "",
        f"Made by `make bench-library` ({on['processor']}, {on['cores']} cores, {on['memory']}, {on['system']}, load "
        f"{on['load']} when the first query was typed, {found['load']:.1f} at the end). The marketplace is made up by "
        f"`Benchmarks/generate.py` with seed 1: {count:,} credentials in files of 5,000, with providers, skills, goals "
        "and requirements. Its titles share far fewer words than real ones do, so that a query matches more of them.",
        "",
        "| | measured | at most |",
        "|---|---|---|",
        *(f"| {what} | {figure} | {limit} |" for what, figure, limit in figures(found)),
        "",
        "A key is one line to `cairn search --each-line --limit 20` and one line of JSON back: words begun, in any "
        "order, mistyped, ids and abbreviations, ranked, with the counts of facets. Beside it, the same texts as far "
        "as one would type them to the end, with what each program can do:",
        "",
        "| program | half, ms | 95 of 100, ms | slowest, ms | what it does |",
        "|---|--:|--:|--:|---|",
        row("cairn, after each letter", found["type"], "one process; ranked; typos, synonyms, ids, facets"),
        row("cairn, a process a query", found["process"], "the same, opening the index each time"),
        row("fzf --filter", found["fzf"], "titles alone, letters in order, ranked; reads all anew each time"),
        row("ripgrep", found["rg"], "titles alone, one run of letters, not ranked"),
        row("sqlite3 shell", found["sqlite"], "titles alone, every word somewhere, the first 20, not ranked"),
        "",
        "What it rests on: rows of the full-text index are numbered by what an entry is worth whatever is asked for, "
        "so the first rows of a query are the best among equals, and reading stops there. At most a thousand finds are "
        "counted and scored; where more match, those called just so are looked up besides, and the total is given as "
        "\"1,000+\". What finds are sorted by is cut into bands of few entries, and of a band each entry has a token: "
        "the first by cost are among the first bands. Where fewer match, hits, order and counts are those of the search "
        "in memory; tests hold one "
        "against the other.",
        "",
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=FULL)
    parser.add_argument("--keep", action="store_true", help="ask the index that was made last")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build" / "library")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "cairn")
    options = parser.parse_args()
    # A shell that starts this in the background has it ignore Ctrl-C, and so whatever it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ["CAIRN_CATALOGS"] = str(ROOT / "catalogs")
    folder = options.folder
    market = Market(options.program, folder / f"market-{options.count}", folder / f"cache-{options.count}")
    if not (market.folder / "marketplace.json").exists():
        say("generating")
        subprocess.run(
            [sys.executable, ROOT / "Benchmarks" / "generate.py", market.folder, "--count", str(options.count)],
            check=True)
    say("indexing")
    if options.keep:
        market.index()
    found = {"made": market.made() if options.keep else market.make_index()}
    on = machine.description()
    whole, texts = keystrokes()
    say(f"typing {len(texts)} letters")
    found["type"], found["type memory"] = market.type(texts)
    slow = sorted(zip(found["type"], texts), reverse=True)[:10]
    say("slowest: " + ", ".join(f"{text!r} {second * 1000:.0f} ms" for second, text in slow))
    found["narrowed"] = market.narrowed()
    found["mistyped"] = market.mistyped()
    say("opening")
    planner = market.planner()
    found["first"], found["goals"] = screens.first_frames({
        "cairn": (planner, ".", market.environment), "cairn, bundled": (planner[:-2], ".", market.environment),
    })
    say("browsing")
    found["browse"], found["browse memory"] = market.browse()
    say("commands")
    found["commands"] = commands(market, options.count)
    found["process"] = [
        market.seconds("search", text, "--limit", 20, "--catalog", market.folder) for text in whole
    ]
    say("others")
    found |= peers(market, folder, whole)
    say("indexing what has changed")
    found["change"] = market.change()
    found["load"] = os.getloadavg()[0]
    text = document(options.count, found, on)
    if options.count == FULL:
        (ROOT / "docs" / "library.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
