"""Reads an instance as the peers' models need it: whole numbers, only what matters to the goal.

The arithmetic is that of the contract: cents, minutes, days; a month is a twelfth of 365 days.
"""

import datetime
import fractions
import json
import math
from dataclasses import dataclass, field

UNKNOWN = {"until", "corequires", "renews"}  # not in any instance, and not modelled


@dataclass
class Step:
    """A credential as the learner would take it."""

    id: str
    cost: int  # cents
    length: int  # days, then units
    load: int  # minutes a week
    starts: list | None  # days, then units; None: any
    credits: int  # hundredths
    validity: int | None  # days, then units
    requires: tuple | None
    excludes: list = field(default_factory=list)


@dataclass
class Instance:
    steps: dict  # id -> Step
    goal: tuple
    capacity: int  # minutes a week
    at_once: int
    unit: int = 1  # days


# A requirement is one of
#   ("leaf", id, active) | ("gate", need, [(weight, requirement), ...]): weights of what holds sum to need or more.


def all_of(parts):
    return parts[0] if len(parts) == 1 else ("gate", len(parts), [(1, p) for p in parts])


def any_of(parts):
    return parts[0] if len(parts) == 1 else ("gate", 1, [(1, p) for p in parts])


def requirement(raw, teachers, credits, asker):
    """The requirement as gates over credentials; a condition holds."""
    if isinstance(raw, str):
        return ("leaf", raw, False)
    if isinstance(raw, list):
        return all_of([requirement(r, teachers, credits, asker) for r in raw])
    if "credential" in raw:
        return ("leaf", raw["credential"], bool(raw.get("active")))
    if "skill" in raw:
        return any_of([("leaf", t, False) for t in teachers.get(raw["skill"], []) if t != asker])
    if "credits" in raw:
        need = hundredths(raw["credits"])
        return ("gate", need, [(credits[c], ("leaf", c, False)) for c in dict.fromkeys(raw["from"]) if c != asker])
    if "condition" in raw:
        return ("gate", 0, [])
    kind = next(k for k in ("all", "any", "of") if k in raw)
    parts = [requirement(r, teachers, credits, asker) for r in raw[kind]]
    if kind == "of":
        return ("gate", raw["atLeast"], [(1, p) for p in parts])
    return all_of(parts) if kind == "all" else any_of(parts)


def hundredths(figure):
    return round(fractions.Fraction(str(figure)) * 100)


def days(raw):
    if "days" in raw:
        return raw["days"]
    return raw.get("weeks", 0) * 7


def valid_days(raw):
    if not raw:
        return None
    return raw.get("days", raw.get("months", 0) * 30 + raw.get("years", 0) * 365)


def read(path, learner):
    """The instance of a file, for a learner as expected.json gives one."""
    with open(path, encoding="utf-8") as file:
        return raw_instance(json.load(file), learner)


def raw_instance(catalog, learner):
    raw = {c["id"]: c for c in catalog["credentials"]}
    goal = next(g for g in catalog["goals"] if g["id"] == learner["goal"])
    teachers = {}
    for c in raw.values():
        unknown = UNKNOWN & c.keys()
        if unknown:
            raise ValueError(f"{c['id']}: not modelled: {unknown}")
        for skill in c.get("teaches", []):
            teachers.setdefault(skill, []).append(c["id"])
    credits = {id: hundredths(c.get("credits", 0)) for id, c in raw.items()}
    start = datetime.date.fromisoformat(learner["start"])
    steps = {}
    for c in raw.values():
        step = step_of(c, learner, start)
        if step:
            if "requires" in c:
                step.requires = requirement(c["requires"], teachers, credits, c["id"])
            step.excludes = c.get("excludes", [])
            step.credits = credits[c["id"]]
            steps[c["id"]] = step
    wanted = requirement(goal["requires"], teachers, credits, None)
    return Instance(steps, wanted, 60 * learner["hoursPerWeek"], learner["atOnce"])


def step_of(c, learner, start):
    """A credential's figures, or None where this learner can't take it."""
    weekly = 60 * learner["hoursPerWeek"]
    effort, cost, duration = c.get("effort", {}), c.get("cost", {}), c.get("duration", {})
    hours = effort["hours"] if "hours" in effort else effort.get("hoursPerWeek", 0) * effort.get("weeks", 0)
    minutes = round(fractions.Fraction(str(hours)) * 60)
    length = days(duration)
    if duration.get("pace", "self") == "self":
        length = max(length, -(-7 * minutes // weekly))
    load = -(-7 * minutes // length) if length else 0
    if load > weekly:
        return None
    price = hundredths(cost.get("fee", 0)) + hundredths(cost.get("monthly", 0)) * -(-12 * length // 365)
    starts = duration.get("starts")
    if starts is not None:
        starts = sorted((datetime.date.fromisoformat(s) - start).days for s in starts)
        starts = [s for s in starts if s >= 0]
    return Step(c["id"], price, length, load, starts, 0, valid_days(c.get("validity")), None)


# What matters.


def leaves(r):
    if r is None:
        return
    if r[0] == "leaf":
        yield r
    else:
        for _, part in r[2]:
            yield from leaves(part)


def earliest(r, finish):
    """The least day on which a requirement can hold, resources and sharing aside; infinity for never."""
    if r is None:
        return 0
    if r[0] == "leaf":
        return finish.get(r[1], math.inf)
    have = 0
    if r[1] <= 0:
        return 0
    for day, weight in sorted((earliest(part, finish), weight) for weight, part in r[2]):
        have += weight
        if have >= r[1]:
            return day
    return math.inf


def first_start(step, day):
    if step.starts is None or day == math.inf:
        return day
    return next((s for s in step.starts if s >= day), math.inf)


def earliest_finishes(instance, horizon=math.inf):
    """The earliest finish of every step that can finish by the horizon: a fixpoint from below (Knuth 1977)."""
    finish = {}
    users = {}
    for step in instance.steps.values():
        for _, id, _ in leaves(step.requires):
            users.setdefault(id, set()).add(step.id)
    pending = list(instance.steps)
    while pending:
        again = set()
        for id in pending:
            step = instance.steps[id]
            day = first_start(step, earliest(step.requires, finish)) + step.length
            if day <= horizon and day < finish.get(id, math.inf):
                finish[id] = day
                again |= users.get(id, set())
        pending = sorted(again & instance.steps.keys())
    return finish


def relevant(instance, horizon=math.inf):
    """The earliest finishes of what the goal can ask for within the horizon; None where the goal can't be reached."""
    finish = earliest_finishes(instance, horizon)
    if earliest(instance.goal, finish) > horizon or earliest(instance.goal, finish) == math.inf:
        return None
    found, pending = {}, [instance.goal]
    while pending:
        for _, id, _ in leaves(pending.pop()):
            if id in finish and id not in found:
                found[id] = finish[id]
                if instance.steps[id].requires:
                    pending.append(instance.steps[id].requires)
    return {id: found[id] for id in instance.steps if id in found}


def exclusions(steps):
    """Pairs that may not be held together, each once."""
    pairs = {tuple(sorted((id, other))) for id, step in steps.items() for other in step.excludes}
    return sorted((a, b) for a, b in pairs if a != b and a in steps and b in steps)


def circular(steps):
    """Steps of length 0 that could support each other in a circle; all others are ordered by time."""
    zero = {id for id, step in steps.items() if step.length == 0}
    needs = {id: {leaf[1] for leaf in leaves(steps[id].requires)} & zero for id in zero}
    while free := [id for id in needs if not needs[id] & needs.keys()]:
        for id in free:
            del needs[id]
    return sorted(needs)


def horizon(instance, ids):
    """A makespan that some pathway of every sufficient set keeps: after the last fixed start there need be no gap."""
    fixed = [max(s.starts) for s in (instance.steps[i] for i in ids) if s.starts]
    return max(fixed, default=0) + sum(instance.steps[i].length for i in ids)


def in_units(instance):
    """The same with time counted in the greatest common divisor of all lengths, starts and validities that are asked
    for: rounding every start of a pathway down to it leaves a pathway, no later."""
    figures = []
    asked = {id for s in instance.steps.values() for _, id, active in leaves(s.requires) if active}
    asked |= {id for _, id, active in leaves(instance.goal) if active}
    for step in instance.steps.values():
        figures.append(step.length)
        figures += step.starts or []
        if step.id in asked and step.validity:
            figures.append(step.validity)
    unit = math.gcd(*figures) or 1
    for step in instance.steps.values():
        step.length //= unit
        step.starts = [s // unit for s in step.starts] if step.starts is not None else None
        if step.validity is not None:
            step.validity //= unit
    instance.unit = unit
    return instance
