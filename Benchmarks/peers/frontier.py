"""The frontier of cost and days by epsilon-constraint, the same for every peer.

Least cost within the horizon; least days at that cost; then the horizon is one unit shorter, until nothing is left. A
fresh model for each solve, of what can still matter: what can finish within the horizon and is asked for.
"""

import time
from dataclasses import dataclass, field

import instance as instances


@dataclass
class Task:
    """One solve."""

    instance: instances.Instance
    earliest: dict  # id -> earliest finish, of what matters
    horizon: int  # units
    least_days: bool  # else least cost
    cost_from: int  # cents: known bound
    cost_to: int | None  # cents
    hint: dict | None  # id -> start of a pathway known before
    seconds: float


@dataclass
class Solution:
    """`optimal`, `infeasible` or `stopped`."""

    status: str
    starts: dict = field(default_factory=dict)
    bound: float | None = None


@dataclass
class Frontier:
    frontier: list  # [cost, days]
    proved: bool
    seconds: float
    processorSeconds: float  # of all threads
    solves: int
    # Of the solve that was stopped: what was minimised and the bound that stood.
    stopped: dict | None = None


def frontier(solve, instance, seconds):
    """`solve` is a peer: Task -> Solution. `seconds` is the limit of one solve; building counts."""
    begin, worked = time.perf_counter(), time.process_time()
    instance = instances.in_units(instance)
    points, solves, stopped = [], 0, None
    horizon, cost_from, hint = None, 0, None
    while True:
        task = narrowed(instance, horizon, cost_from, hint, seconds)
        if task is None:
            break
        cheapest = solve(task)
        solves += 1
        if cheapest.status != "optimal":
            if cheapest.status == "stopped":
                stopped = {"least": "cost", "bound": cheapest.bound and cheapest.bound / 100}
            break
        cost = sum(instance.steps[id].cost for id in cheapest.starts)
        fastest = solve(at_cost(task, cost, cheapest.starts))
        solves += 1
        if fastest.status != "optimal":
            stopped = {"least": "days", "cost": cost / 100, "bound": fastest.bound and fastest.bound * instance.unit}
            break
        days = makespan(instance, fastest.starts)
        points.append([cost / 100, days * instance.unit])
        horizon, cost_from, hint = days - 1, cost + 1, fastest.starts
        if days == 0:
            break
    elapsed, worked = time.perf_counter() - begin, time.process_time() - worked
    return Frontier(points, stopped is None, elapsed, worked, solves, stopped)


def narrowed(instance, horizon, cost_from, hint, seconds):
    """The next search for the least cost; None where the goal is out of reach by relaxation alone."""
    earliest = instances.relevant(instance) if horizon is None else instances.relevant(instance, horizon)
    if earliest is None:
        return None
    if horizon is None:
        horizon = instances.horizon(instance, earliest)
    return Task(instance, earliest, horizon, False, cost_from, None, hint, seconds)


def at_cost(task, cost, starts):
    """The search for the least days at a cost that has just been proven the least, below a pathway known."""
    horizon = makespan(task.instance, starts)
    earliest = instances.relevant(task.instance, horizon)
    return Task(task.instance, earliest, horizon, True, cost, cost, starts, task.seconds)


def makespan(instance, starts):
    return max((start + instance.steps[id].length for id, start in starts.items()), default=0)
