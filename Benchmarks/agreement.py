"""Whether solvers say the same.

A whole frontier that is proven equals any other. What was stopped has found a part: CP-SAT and HiGHS prove their points
from the cheapest on, so theirs are the first of the true ones; of Cairn's, those cheaper than its proven cost are.
"""


def points(raw):
    """As cents and days."""
    return [(round(cost * 100), days) for cost, days in raw]


def claims(solver, answer):
    """(points, whole): what is claimed to be the frontier's beginning, and whether it is all of it."""
    found = points(answer["frontier"])
    if solver != "cairn":
        return found, answer["proved"]
    if answer["status"] != "incomplete":
        return found, True
    below = round(answer["bound"]["provenBelowCost"] * 100)
    return [p for p in found if p[0] < below], False


def expected_claims(raw):
    return points(raw["frontier"]), raw["proved"]


def contradict(first, second):
    """Whether two claims cannot both be true."""
    (a, a_whole), (b, b_whole) = first, second
    shorter = min(len(a), len(b))
    if a[:shorter] != b[:shorter]:
        return True
    return (a_whole and len(b) > len(a)) or (b_whole and len(a) > len(b))


def faults(found, expected):
    """Sentences: what failed, and who contradicts whom."""
    sentences = []
    for name, answers in found.items():
        claimed = {"expected": expected_claims(expected[name])}
        for solver, answer in answers.items():
            if "failed" in answer:
                sentences.append(f"{name}: {solver} failed: {answer['failed']}")
            else:
                claimed[solver] = claims(solver, answer)
        solvers = list(claimed)
        for place, first in enumerate(solvers):
            for second in solvers[place + 1 :]:
                if contradict(claimed[first], claimed[second]):
                    sentences.append(f"{name}: {second} {claimed[second]} contradicts {first} {claimed[first]}")
    return sentences
