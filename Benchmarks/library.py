#!/usr/bin/env python3
"""Measures the index of a very large marketplace and writes docs/library.md.

    make bench-library                      1,850,000 credentials, seed 1
    Benchmarks/library.py --count 100000    a smaller one, for a look; docs/library.md is left as it is

The marketplace is generated into .build/library and its index made there too. Queries are typed letter by letter: after
each letter `cairn search --each-line` answers the whole text so far. fzf, ripgrep and the sqlite3 shell get the same.
"""

import argparse
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import time

import machine
import screens

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build" / "library"
QUERIES = ROOT / "Benchmarks" / "search" / "marketplace.txt"
CAIRN = ROOT / ".build" / "release" / "cairn"
FULL = 1_850_000


def say(text):
    print(text, file=sys.stderr, flush=True)


def environment(cache):
    return dict(os.environ, XDG_CACHE_HOME=str(cache), XDG_DATA_HOME=str(FOLDER / "data"), LC_ALL="C.UTF-8")


def resident(process, key="VmRSS"):
    """MiB of a running process."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{key}:\s+(\d+) kB", text).group(1)) / 1024


def timed(arguments, cache=None, **options):
    """Seconds, MiB at most, and the result of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(arguments, env=environment(cache) if cache else None, text=True, **options)
    output, _ = process.communicate() if options.get("stdout") == subprocess.PIPE else ("", None)
    process.wait()
    return time.perf_counter() - began, output, process.returncode


def quantiles(seconds):
    ordered = sorted(seconds)
    pick = lambda part: ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000
    return pick(0.5), pick(0.95), ordered[-1] * 1000


def keystrokes():
    lines = [line for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return lines, [line[:end] for line in lines for end in range(1, len(line) + 1)]


# Making


def index_watched(market, cache, stop_after=None):
    """Seconds, MiB at most and exit status of `cairn index`; interrupted after some seconds, where asked for."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [CAIRN, "index", market], env=environment(cache), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    most = 0
    stopped = False
    while process.poll() is None:
        try:
            most = max(most, resident(process, "VmHWM"))
        except (OSError, AttributeError):
            pass
        if stop_after and not stopped and time.perf_counter() - began > stop_after:
            process.send_signal(signal.SIGINT)
            stopped = True
        time.sleep(0.1)
    return time.perf_counter() - began, most, process.returncode


def make_index(market, cache):
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    load = round(os.getloadavg()[0], 1)
    shutil.rmtree(cache, ignore_errors=True)
    say("indexing, stopped once on the way")
    before, first_memory, status = index_watched(market, cache, stop_after=20)
    resumed = 0.0
    memory = first_memory
    if status == 130:
        resumed, memory, status = index_watched(market, cache)
    if status != 0:
        sys.exit(f"cairn index ended with {status}")
    size = sum(path.stat().st_size for path in (cache / "cairn").glob("*.sqlite")) / 2**20
    total = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = total.ru_utime + total.ru_stime - spent.ru_utime - spent.ru_stime
    made = {
        "before": before, "resumed": resumed, "busy": busy, "load": load, "memory": max(memory, first_memory),
        "size": size,
    }
    note(cache).write_text(json.dumps(made))
    return made


def note(cache):
    """Where the figures of an index are kept for when it is asked again."""
    return cache / "made.json"


# Asking


def typed(market, cache, texts):
    """Seconds of every keystroke, MiB afterwards, and seconds until the first answer of all."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [CAIRN, "search", "--each-line", "--limit", "20", "--catalog", market], env=environment(cache), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1)
    seconds = []
    first = None
    for text in texts:
        asked = time.perf_counter()
        process.stdin.write(text + "\n")
        process.stdin.flush()
        if not process.stdout.readline():
            sys.exit(f"no answer to {text!r}")
        seconds.append(time.perf_counter() - asked)
        first = first or time.perf_counter() - began
    memory = resident(process, "VmHWM")
    process.stdin.close()
    process.wait()
    return seconds, memory, first


def opening(arguments, cache, times=7):
    """The median of the seconds that a command takes."""
    return statistics.median(
        timed(arguments, cache, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)[0] for _ in range(times))


def planned(market, cache, goals):
    """Seconds of `cairn plan` with a search cut off at once: reading the part, and what a process takes at all."""
    return [
        timed([CAIRN, "plan", goal, "--catalog", market, "--limit-nodes", "1"], cache, stdout=subprocess.DEVNULL,
              stderr=subprocess.DEVNULL)[0]
        for goal in goals
    ]


def browsed(market, cache):
    """Milliseconds of the planner's keys by what they do, and MiB at most: 50 goals opened, words typed at Explore."""
    os.environ.update(environment(cache))
    session = screens.Session([str(CAIRN), "--hours-per-week", "11", "--catalog", str(market)])
    found = {"first": [session.first_frame()], "type": [], "walk": [], "open": []}
    # The goals of the first page, each opened and left.
    for _ in range(25):
        session.settle(0.3)
        found["open"].append(session.key(b"\r"))
        session.settle(0.3)
        session.key(b"1")
        session.settle(0.3)
        session.key(b"j")
    session.settle(1)
    session.key(b"3")
    for line in keystrokes()[0][:20]:
        session.settle(0.1)
        session.key(b"w")
        session.key(b"f")
        for letter in line:
            found["type"].append(session.key(letter.encode()))
        session.key(b"\r")
        found["walk"] += [session.key(b"j") for _ in range(10)]
    memory = session.memory()
    session.close()
    return {name: [ms / 1000 for ms in all_ if ms is not None] for name, all_ in found.items()}, memory


def piped(command, lines, texts):
    """Seconds of a command for every text, or nothing where it isn't installed."""
    if not shutil.which(command(texts[0])[0]):
        return None
    seconds = []
    for text in texts:
        began = time.perf_counter()
        with lines.open() as file:
            subprocess.run(command(text), stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    return seconds


def like(text):
    """Every word somewhere in the title, as somebody writes it who has only SQL."""
    words = [word.replace("'", "''") for word in text.lower().split()]
    return "SELECT id, title FROM entry WHERE " + " AND ".join(f"title LIKE '%{w}%'" for w in words) + " LIMIT 20;"


def write_titles(cache, path):
    database = next((cache / "cairn").glob("*.sqlite"))
    subprocess.run(
        ["sqlite3", f"file:{database}?mode=ro", "SELECT title FROM entry ORDER BY number;"], check=True,
        stdout=path.open("w"))
    return database


# The document


def row(name, seconds, note):
    if seconds is None:
        return f"| {name} | not installed | | | {note} |"
    half, most, worst = quantiles(seconds)
    return f"| {name} | {half:.1f} | {most:.1f} | {worst:.1f} | {note} |"


def document(count, made, asked, peers, opened, parts, browse, on):
    half, most, worst = quantiles(asked["seconds"])
    busy = f", {made['busy']:.0f} s of them at work" if "busy" in made else ""
    lines = [
        "# Searching and planning in a very large marketplace",
        "",
        f"Made by `make bench-library` ({on['processor']}, {on['cores']} cores, {on['memory']}, {on['system']}, load "
        f"{on['load']} when the first query was typed). The marketplace is made up by `Benchmarks/generate.py` with seed 1: {count:,} "
        "credentials in files of 5,000, with providers, skills, goals and requirements. Its titles share far fewer "
        "words than real ones do, so that a query matches more of them.",
        "",
        "| | measured |",
        "|---|---|",
        f"| `cairn index`, stopped by Ctrl-C after {made['before']:.0f} s and gone on with | "
        f"{made['before'] + made['resumed']:.0f} s together{busy}, at a load of {made['load']} |",
        f"| memory of it at most | {made['memory']:.0f} MiB |",
        f"| size of the index | {made['size']:.0f} MiB |",
        f"| a key of {asked['count']:,} typed ones, half / 95 of 100 / slowest | {half:.1f} / {most:.1f} / {worst:.1f} "
        "ms |",
        f"| memory while typing, at most | {asked['memory']:.0f} MiB |",
        f"| from start to first answer | {opened['large'] * 1000:.0f} ms, of the bundled catalogs "
        f"{opened['bundled'] * 1000:.0f} ms |",
        f"| `cairn plan GOAL` with the search cut off at once, half / 95 of 100 of {len(parts)} goals | "
        f"{quantiles(parts)[0]:.0f} / {quantiles(parts)[1]:.0f} ms |",
        f"| the planner's first frame | {browse[0]['first'][0] * 1000:.0f} ms |",
        f"| a letter typed at Explore to its frame, half / 95 of 100 | {quantiles(browse[0]['type'])[0]:.0f} / "
        f"{quantiles(browse[0]['type'])[1]:.0f} ms |",
        f"| a step through what is found, with all that leads to it and what it leads to, half / 95 of 100 | "
        f"{quantiles(browse[0]['walk'])[0]:.0f} / {quantiles(browse[0]['walk'])[1]:.0f} ms |",
        f"| a goal opened: all that can matter to it read, half / 95 of 100 | {quantiles(browse[0]['open'])[0]:.0f} / "
        f"{quantiles(browse[0]['open'])[1]:.0f} ms |",
        f"| memory of the planner while browsing and planning, at most | {browse[1]:.0f} MiB |",
        "",
        "A key is one line to `cairn search --each-line --limit 20` and one line of JSON back: words begun, in any "
        "order, mistyped, ids and abbreviations, ranked, with the counts of facets. Beside it, the same texts as far "
        "as one would type them to the end, with what each program can do:",
        "",
        "| program | half, ms | 95 of 100, ms | slowest, ms | what it does |",
        "|---|--:|--:|--:|---|",
        row("cairn, after each letter", asked["seconds"], "one process; ranked; typos, synonyms, ids, facets"),
        row("cairn, a process a query", peers["process"], "the same, opening the index each time"),
        row("fzf --filter", peers["fzf"], "titles alone, letters in order, ranked; reads all anew each time"),
        row("ripgrep", peers["rg"], "titles alone, one run of letters, not ranked"),
        row("sqlite3 shell", peers["sqlite"], "titles alone, every word somewhere, the first 20, not ranked"),
        "",
        "What it rests on: rows of the full-text index are numbered by what an entry is worth whatever is asked for, "
        "so the first rows of a query are the best among equals, and reading stops there. At most a thousand finds are "
        "counted and scored; where more match, those called just so are looked up besides, and the total is given as "
        "\"1,000+\". Where fewer match, hits, order and counts are those of the search in memory; tests hold one "
        "against the other.",
        "",
    ]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=FULL)
    parser.add_argument("--keep", action="store_true", help="ask the index that was made last")
    options = parser.parse_args()
    market = FOLDER / f"market-{options.count}"
    cache = FOLDER / f"cache-{options.count}"
    if not (market / "marketplace.json").exists():
        say("generating")
        subprocess.run(
            [sys.executable, ROOT / "Benchmarks" / "generate.py", market, "--count", str(options.count)], check=True)
    made = json.loads(note(cache).read_text()) if options.keep else make_index(market, cache)
    on = machine.description()
    whole, texts = keystrokes()
    say(f"typing {len(texts)} letters")
    seconds, memory, _ = typed(market, cache, texts)
    slow = sorted(zip(seconds, texts), reverse=True)[:10]
    say("slowest: " + ", ".join(f"{text!r} {second * 1000:.0f} ms" for second, text in slow))
    asked = {"seconds": seconds, "memory": memory, "count": len(texts)}
    say("opening")
    opened = {
        "large": opening([CAIRN, "search", "welding", "--catalog", market], cache),
        "bundled": opening([CAIRN, "search", "welding"], cache),
    }
    say("planning")
    goals = [f"g{number}" for number in random.Random(1).sample(range(0, options.count // 80), 50)]
    parts = planned(market, cache, [f"g{int(goal[1:]) * 10}" for goal in goals])
    say("browsing")
    browse = browsed(market, cache)
    say("others")
    titles = FOLDER / "titles.txt"
    database = write_titles(cache, titles)
    peers = {
        "process": [
            timed([CAIRN, "search", text, "--limit", "20", "--catalog", market], cache, stdout=subprocess.DEVNULL,
                  stderr=subprocess.DEVNULL)[0] for text in whole],
        "fzf": piped(lambda text: ["fzf", "--filter", text], titles, whole),
        "rg": piped(lambda text: ["rg", "--ignore-case", "--fixed-strings", text, str(titles)], titles, whole),
        "sqlite": piped(lambda text: ["sqlite3", f"file:{database}?mode=ro", like(text)], titles, whole),
    }
    text = document(options.count, made, asked, peers, opened, parts, browse, on)
    if options.count == FULL:
        (ROOT / "docs" / "library.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
