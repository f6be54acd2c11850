#!/usr/bin/env python3
"""The interactive planner in a real terminal (a pty): first frame beside tig and nnn, key to frame, Esc, filter, idle,
memory.

    make bench-screens            on the bundled catalogs
    Benchmarks/screens.py --program PATH [--catalog PATH]

The programs start in turns, so that all meet the same machine. The first frame comes before any catalog is read; the
goals are there once their number of credentials is. A frame is over once nothing has come for 15 ms. Idle wake-ups are
the context switches of all threads within five seconds after the last goal is planned.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from session import Session

# Of the planner's second frame.
GOALS = b" credentials"


def first_frames(programs, runs=21):
    """The median milliseconds of each program's first frame, and of the goals where it is the planner."""
    first, goals = {}, {}
    for _ in range(runs):
        for name, (arguments, folder, environment) in programs.items():
            session = Session(arguments, folder, **environment)
            first.setdefault(name, []).append(session.first_frame())
            if name.startswith("cairn"):
                goals.setdefault(name, []).append(session.shows(GOALS))
            session.close()
    medians = lambda all_: {name: statistics.median(times) for name, times in all_.items()}
    return medians(first), medians(goals)


def many_goals(path, count=10_000):
    """A catalog of so many goals, each with a credential of its own."""
    provider = {"id": "p", "name": "Provider"}
    credentials = [
        {"id": f"c{n}", "title": f"Certificate {n}", "provider": "p", "cost": 100 + n % 900, "effort": 10 + n % 90}
        for n in range(count)
    ]
    words = ["network", "security", "cloud", "data", "health", "trade", "tax", "design"]
    goals = [
        {"id": f"g{n}", "title": f"{words[n % 8].capitalize()} worker {n}", "requires": f"c{n}"} for n in range(count)
    ]
    with open(path, "w") as file:
        json.dump(
            {"catalog": "many", "title": "Many", "currency": "USD", "providers": [provider],
             "credentials": credentials, "goals": goals}, file)


def percentiles(times):
    times = sorted(times)
    return f"{statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms"


def keys_in(session, keys):
    times = [session.key(key) for key in keys]
    return percentiles([time_ for time_ in times if time_ is not None])


def measure_keys(planner, name):
    session = Session(planner)
    session.first_frame()
    session.shows(GOALS)
    print(f"| key to frame while goals are planned, {name} | {keys_in(session, KEYS * 60)} |")
    # Esc is told from the beginning of an arrow key by waiting for the rest of it.
    times = []
    for _ in range(30):
        session.key(b"?")
        times.append(session.key(b"\x1b"))
    print(f"| Esc to frame, {name} | {percentiles(times)} |")
    times = []
    for word in [b"security", b"cloud 9", b"health worker 4"] * 4:
        session.key(b"/")
        times += [session.key(bytes([letter])) for letter in word]
        session.key(b"\x1b")
        session.key(b"\x1b")
    print(f"| a letter of a filter to frame, {name} | {percentiles([t for t in times if t is not None])} |")
    return session


KEYS = [b"j", b"j", b"k", b"\x1b[6~", b"\x1b[5~"]


def repository(folder):
    """A small repository for tig."""
    git = ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "-q", folder], check=True)
    for number in range(20):
        subprocess.run(git + ["commit", "-q", "--allow-empty", "-m", f"Change {number}"], check=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=".build/release/cairn")
    options.add_argument("--catalog", action="append", default=[])
    options = options.parse_args()
    # Whom nothing is kept of: the session writes nothing.
    planner = [os.path.abspath(options.program), "--hours-per-week", "11"]
    for catalog in options.catalog:
        planner += ["--catalog", os.path.abspath(catalog)]
    print("| what | figure |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        repository(folder)
        programs = {"cairn": (planner, ".", {})}
        programs |= {peer: ([peer], folder, {}) for peer in ("tig", "nnn") if shutil.which(peer)}
        first, goals = first_frames(programs)
        for name, time_ in first.items():
            print(f"| first frame, {name} | {time_:.1f} ms |")
        print(f"| goals shown, cairn | {goals['cairn']:.0f} ms |")
        many_goals(f"{folder}/many.json")
        measure_keys(planner + ["--catalog", f"{folder}/many.json"], "10,000 rows").close()
    session = measure_keys(planner, "these catalogs")
    session.settle(3)
    before = session.switches()
    time.sleep(5)
    print(f"| context switches in 5 s of idling | {session.switches() - before} |")
    print(f"| most memory | {session.memory():.0f} MB |")
    session.close()


if __name__ == "__main__":
    main()
