"""The pathway problem as mixed-integer programs for HiGHS.

The cheapest choice without time comes first, in a small program: it bounds the cost, and its steps, one after the
other, bound the horizon of the first timed program. That is indexed by time in steps (a column says whether something
has started by then), which is as strong as with a column for every start, and much sparser: Artigues, "On the strength
of time-indexed formulations for the resource-constrained project scheduling problem", Oper. Res. Lett. 45 (2017).
"""

import bisect
import dataclasses
import time

import highspy

import instance as instances
from frontier import Solution
from program import Program


class Choice(Program):
    """What to take, in an order, without time: the least cost is a lower bound."""

    def __init__(self, task):
        super().__init__(task)
        self.choice = {id: self.column(cost=step.cost) for id, step in self.steps.items()}
        self.add_ranks(list(self.steps))
        self.hold_all()
        self.add_exclusions()
        self.add_costs()

    def taken(self, id):
        return [(self.choice[id], 1)]

    def add_support(self, column, asker, id, active):
        self.add_rank_order(column, asker, id)

    def starts(self, value):
        return {id: 0 for id, column in self.choice.items() if value[column] > 0.5}


class Timed(Program):
    def __init__(self, task):
        super().__init__(task)
        self.times, self.begun = {}, {}
        for step in self.steps.values():
            self.add_step(step)
        # open[t]: something is still to be finished after t.
        self.open = [self.column(cost=task.least_days) for _ in range(task.horizon)]
        self.add_ranks(instances.circular(self.steps))
        self.hold_all()
        self.add_resources()
        self.add_finish()
        self.add_exclusions()
        self.add_costs()

    def add_step(self, step):
        first, last = self.task.earliest[step.id] - step.length, self.task.horizon - step.length
        times = list(range(first, last + 1)) if step.starts is None else step.starts
        self.times[step.id] = [t for t in times if first <= t <= last]
        columns = [self.column() for _ in self.times[step.id]]
        self.begun[step.id] = columns
        for before, after in zip(columns, columns[1:]):
            self.row([(after, 1), (before, -1)], lower=0)
        if columns and not self.task.least_days:
            self.costs[columns[-1]] = float(step.cost)

    def started(self, id, t, factor=1):
        """Terms: `factor` where the step has started by t."""
        place = bisect.bisect_right(self.times[id], t) - 1
        return [(self.begun[id][place], factor)] if place >= 0 else []

    def taken(self, id):
        return self.started(id, self.task.horizon)

    def add_support(self, column, asker, id, active):
        step = self.steps[id]
        if asker is None:
            self.add_active_goal(column, step)
            return
        self.add_rank_order(column, asker, id)
        for t in self.times[asker]:
            # Who has started by t found the supporter finished by t.
            user = self.started(asker, t, -1)
            self.row(self.started(id, t - step.length) + user + [(column, -1)], lower=-1)
            if active:
                # Where the supporter has lapsed by t, the user has started before.
                lapsed = self.started(id, t - step.length - step.validity - 1)
                if lapsed:
                    self.row(lapsed + self.started(asker, t - 1, -1) + [(column, 1)], upper=1)

    def add_active_goal(self, column, step):
        for t in range(self.task.horizon):
            lapsed = self.started(step.id, t - step.length - step.validity)
            if lapsed:
                self.row(lapsed + [(self.open[t], 1), (column, 1)], upper=2)

    def add_resources(self):
        instance = self.task.instance
        for weight, capacity in ((lambda s: s.load, instance.capacity), (lambda s: 1, instance.at_once)):
            weights = {id: weight(s) for id, s in self.steps.items() if s.length and weight(s)}
            for t in range(self.task.horizon):
                terms = []
                for id, load in weights.items():
                    terms += self.started(id, t, load) + self.started(id, t - self.steps[id].length, -load)
                if terms:
                    self.row(terms, upper=capacity)
            energy = [(c, w * self.steps[id].length) for id, w in weights.items() for c, _ in self.taken(id)]
            self.row(energy + [(c, -capacity) for c in self.open], upper=0)

    def add_finish(self):
        for before, after in zip(self.open, self.open[1:]):
            self.row([(before, 1), (after, -1)], lower=0)
        for id, step in self.steps.items():
            for t in range(self.task.horizon):
                unfinished = self.taken(id) + self.started(id, t - step.length, -1)
                self.row(unfinished + [(self.open[t], -1)], upper=0)

    def starts(self, value):
        found = {}
        for id, columns in self.begun.items():
            first = next((t for t, c in zip(self.times[id], columns) if value[c] > 0.5), None)
            if first is not None:
                found[id] = first
        return found


def solve(task):
    deadline = time.perf_counter() + task.seconds
    if task.least_days or task.hint is not None:
        return solved(Timed(task), deadline)
    choice = solved(Choice(task), deadline)
    if choice.status != "optimal":
        return choice
    bound = cost(task, choice.starts)
    short = min(task.horizon, instances.horizon(task.instance, choice.starts))
    earliest = instances.relevant(task.instance, short)
    if earliest is not None:
        first = solved(Timed(dataclasses.replace(task, horizon=short, earliest=earliest, cost_from=bound)), deadline)
        if first.status == "optimal" and (cost(task, first.starts) == bound or short == task.horizon):
            return first
        if first.status == "stopped":
            return dataclasses.replace(first, bound=bound)
    return solved(Timed(dataclasses.replace(task, cost_from=bound)), deadline)


def cost(task, starts):
    return sum(task.instance.steps[id].cost for id in starts)


def solved(program, deadline):
    solver = program.handed_over()
    left = deadline - time.perf_counter()
    if left <= 0:
        return Solution("stopped")
    solver.setOptionValue("time_limit", left)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Solution("infeasible")
    if status != highspy.HighsModelStatus.kOptimal:
        bound = solver.getInfo().mip_dual_bound
        return Solution("stopped", bound=bound if abs(bound) < 1e15 else None)
    return Solution("optimal", program.starts(solver.getSolution().col_value))
