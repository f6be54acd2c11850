"""How the work grows with the number of credentials: made-up instances of every family, from 20 to 2,560."""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import families

LIMIT = 5  # seconds
SEEDS = 3


def measure(cairn):
    """By family, by size: the median of the seeds' milliseconds, and how many were proven. A family ends where none is."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for family in families.FAMILIES:
            found[family] = {}
            for size in families.SIZES:
                answers = [ask(cairn, pathlib.Path(folder), family, size, seed) for seed in range(1, SEEDS + 1)]
                found[family][size] = {
                    "milliseconds": statistics.median(a["processorMilliseconds"] for a in answers),
                    "nodes": statistics.median(a["nodes"] for a in answers),
                    "proved": sum(a["status"] != "incomplete" for a in answers),
                    "of": SEEDS,
                }
                print(family, size, found[family][size], file=sys.stderr, flush=True)
                if not found[family][size]["proved"]:
                    break
    return found


def ask(cairn, folder, family, size, seed):
    made = families.instance(family, size, seed)
    file = folder / "instance.json"
    file.write_text(json.dumps(made))
    command = [cairn, file, "--limit", LIMIT, "--runs", 1]
    done = subprocess.run([str(w) for w in command], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
