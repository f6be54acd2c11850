"""Solves one instance with one peer, in a process of its own; prints one line of JSON.

    run.py PEER INSTANCE LEARNER SECONDS RUNS

LEARNER is JSON as in expected.json. The median of RUNS runs counts; a run of a second or more is not repeated.
"""

import dataclasses
import importlib
import json
import sys

import instance
from frontier import frontier


def main(peer, path, learner, seconds, runs):
    solve = importlib.import_module(peer).solve
    found = []
    while len(found) < int(runs) and (not found or found[0].seconds < 1):
        found.append(frontier(solve, instance.read(path, json.loads(learner)), float(seconds)))
    found.sort(key=lambda f: f.seconds)
    print(json.dumps(dataclasses.asdict(found[len(found) // 2])))


main(*sys.argv[1:])
