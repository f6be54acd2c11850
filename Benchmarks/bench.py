"""Cairn beside CP-SAT and HiGHS: the same instances, one machine, one run. `make bench` calls it.

Checks that all frontiers agree, with each other and with what is expected, and exits with 1 where one doesn't. A whole
run writes Benchmarks/results.json, and from it docs/benchmarks.md with its plot; --quick and --instances write nothing.
"""

import argparse
import datetime
import json
import pathlib
import subprocess
import sys
import time

import ablation
import agreement
import growth
import machine
import report

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
INSTANCES = HERE / "instances"
RESULTS = HERE / "results.json"
PEERS = {"cpsat": None, "highs": 40}  # the largest size each is asked
PATIENCE = report.PATIENCE


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="size 20 only, short limits, nothing written")
    parser.add_argument("--only", nargs="*", help="names of instances, or beginnings of names")
    parser.add_argument("--instances", type=pathlib.Path, default=INSTANCES, help="another folder; nothing is written")
    parser.add_argument("--sizes", nargs="*", type=int)
    parser.add_argument("--limit", type=int, default=30, help="seconds for Cairn, each instance")
    parser.add_argument("--peer-limit", type=int, default=30, help="seconds for a peer, each solve")
    parser.add_argument("--budget", type=int, help="seconds for everything; what is left then is said to be left out")
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--cairn", default=str(ROOT / ".build/release/cairn-bench"))
    parser.add_argument("--resume", action="store_true", help="go on with the run in results.json where it stopped")
    parser.add_argument("--render", action="store_true", help="only write the document again from results.json")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.sizes, chosen.limit, chosen.peer_limit = [20], 10, 3
    chosen.writes = not chosen.quick and chosen.instances == INSTANCES
    return chosen


def size(name):
    return int(name.split("-")[1])


def wanted(expected, chosen):
    names = [n for n in expected if not chosen.sizes or size(n) in chosen.sizes]
    if chosen.only:
        names = [n for n in names if any(n.startswith(o) for o in chosen.only)]
    return sorted(names, key=size)


def output(command, timeout):
    """The JSON a command prints; or how it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return {"failed": f"no answer after {timeout} s"}
    if done.returncode:
        return {"failed": f"exit status {done.returncode}: {done.stderr.strip()[-300:]}"}
    return json.loads(done.stdout.splitlines()[-1])  # HiGHS prints its name first


def cairn(name, learner, chosen):
    settings = [
        "--hours-per-week",
        learner["hoursPerWeek"],
        "--at-once",
        learner["atOnce"],
        "--start",
        learner["start"],
    ]
    command = [
        chosen.cairn,
        chosen.instances / f"{name}.json",
        "--limit",
        chosen.limit,
        "--goal",
        learner["goal"],
        *settings,
    ]
    return output([str(word) for word in command], timeout=6 * chosen.limit)


def peer(peer, name, learner, chosen, own):
    """Where Cairn itself takes seconds, the peer gets sixty times as long for each solve."""
    runs = 1 if chosen.quick else 3
    limit = chosen.peer_limit
    if not chosen.quick and own and "milliseconds" in own:
        limit = max(limit, round(PATIENCE * own["milliseconds"] / 1000))
    command = [sys.executable, HERE / "peers/run.py", peer, chosen.instances / f"{name}.json", json.dumps(learner)]
    return output([str(word) for word in [*command, limit, runs]], timeout=100 * limit) | {"limit": limit}


def measure(expected, chosen, found, keep):
    """Fills `found`: by instance, by solver. One solver at a time, so that none disturbs another."""
    begin = time.monotonic()
    names = wanted(expected, chosen)
    tasks = [("cairn", name) for name in names]
    tasks += [(p, name) for p in chosen.peers for name in names if not PEERS[p] or size(name) <= PEERS[p]]
    for solver, name in tasks:
        if solver in found.setdefault(name, {}):
            continue
        if chosen.budget and time.monotonic() - begin > chosen.budget:
            break
        learner = {k: expected[name][k] for k in ("goal", "hoursPerWeek", "atOnce", "start")}
        answer = cairn(name, learner, chosen) if solver == "cairn" else peer(solver, name, learner, chosen, found[name].get("cairn"))
        if answer.get("violations"):
            sys.exit(f"{name}: the checker finds {answer['violations']} faults in Cairn's pathways")
        found[name][solver] = answer
        print(report.progress(name, solver, answer), flush=True)
        keep()


def measure_alone(expected, chosen, results, keep):
    """What only Cairn is asked: every bundled goal, how soon it stops, what each part buys, and how the work grows."""
    files = [chosen.instances / f"{n}.json" for n in sorted(expected, key=report.place)]
    asked = {
        "goals": lambda: output([chosen.cairn, "goals", str(ROOT / "catalogs")], 600),
        "cancel": lambda: [
            output([chosen.cairn, "cancel", str(f)], 600) for f in files if size(f.stem) >= 160
        ],
        "ablation": lambda: ablation.measure(chosen.cairn, [f for f in files if size(f.stem) <= ablation.MOST]),
        "growth": lambda: growth.measure(chosen.cairn),
    }
    for name, ask in asked.items():
        if name not in results:
            print(name, flush=True)
            results[name] = ask()
            keep()


def main():
    chosen = options()
    expected = json.loads((chosen.instances / "expected.json").read_text())
    if chosen.render or chosen.resume:
        results = json.loads(RESULTS.read_text())
    else:
        results = {
            "date": datetime.date.today().isoformat(),
            "machine": machine.description(),
            "versions": machine.versions(ROOT),
            "limits": {"cairn": chosen.limit, "peer": chosen.peer_limit},
            "found": {},
        }
    if not chosen.render:
        keep = (lambda: RESULTS.write_text(report.compact(results))) if chosen.writes else (lambda: None)
        if chosen.writes and not chosen.only:
            measure_alone(expected, chosen, results, keep)
        measure(expected, chosen, results["found"], keep)
    faults = agreement.faults(results["found"], expected)
    for fault in faults:
        print("disagreement:", fault, file=sys.stderr)
    if chosen.writes:
        report.write(results, expected, faults, ROOT / "docs")
    print(report.summary(results["found"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
