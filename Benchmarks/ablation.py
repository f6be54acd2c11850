"""What each part of the search buys: the instances again, with one part left out."""

import json
import subprocess

PARTS = ["dives", "dominance", "prices", "lines", "days", "reduced-costs", "memory", "lags", "light-time"]
LIMIT = 2  # seconds
MOST = 160  # credentials


def measure(cairn, files):
    """By part ("" for none left out), by instance: nodes, scheduling nodes, processor milliseconds, whether proven."""
    found = {}
    for part in ["", *PARTS]:
        found[part] = {}
        for file in files:
            command = [cairn, file, "--limit", LIMIT, "--runs", 1]
            command += ["--without", part] if part else []
            done = subprocess.run([str(w) for w in command], capture_output=True, text=True, check=True)
            answer = json.loads(done.stdout)
            found[part][answer["name"]] = {
                "nodes": answer["nodes"],
                "schedulingNodes": answer["schedulingNodes"],
                "milliseconds": answer["processorMilliseconds"],
                "proved": answer["status"] != "incomplete",
            }
    return found
