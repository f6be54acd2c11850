"""The pathway problem as a mixed-integer program for HiGHS, indexed by time.

A binary for each step and each unit of time at which it may start; loads and counts are rows per unit; a support says
that its user starts at a time only where its supporter has started early enough by then. Time-indexed rather than
big-M: its relaxation is much the stronger one, and lapsing is a row like the others.
"""

import time

import highspy
import numpy

import instance as instances
from frontier import Solution

THREADS = 2
INFINITY = highspy.kHighsInf


class Model:
    """Rows are gathered first and handed over at once: adding them singly costs more than small solves."""

    def __init__(self, task):
        self.task = task
        self.steps = {id: task.instance.steps[id] for id in task.earliest}
        self.costs, self.uppers, self.integral = [], [], []
        self.lower, self.upper, self.begins, self.columns, self.values = [], [], [], [], []
        self.support = {}
        self.begin = {id: self.begin_columns(step) for id, step in self.steps.items()}
        self.makespan = self.column(task.horizon, task.least_days, integral=False)
        circular = instances.circular(self.steps)
        self.ranks = {id: self.column(len(circular) - 1, 0, integral=False) for id in circular}
        for id, columns in self.begin.items():
            self.row([(c, 1) for c in columns.values()], upper=1)
        for id, step in self.steps.items():
            if step.requires:
                self.hold(step.requires, id, self.taken(id))
        self.hold(task.instance.goal, None, None)
        self.add_resources()
        self.add_makespan()
        self.add_exclusions()
        self.add_costs()

    def column(self, upper, cost, integral=True):
        self.uppers.append(upper)
        self.costs.append(float(cost))
        self.integral.append(integral)
        return len(self.costs) - 1

    def row(self, terms, lower=-INFINITY, upper=INFINITY):
        self.begins.append(len(self.columns))
        sums = {}
        for column, value in terms:
            sums[column] = sums.get(column, 0) + value
        self.columns += sums.keys()
        self.values += map(float, sums.values())
        self.lower.append(lower)
        self.upper.append(upper)

    def begin_columns(self, step):
        first, last = self.task.earliest[step.id] - step.length, self.task.horizon - step.length
        times = range(first, last + 1) if step.starts is None else [s for s in step.starts if first <= s <= last]
        cost = 0 if self.task.least_days else step.cost
        return {t: self.column(1, cost) for t in times}

    def taken(self, id):
        return [(c, 1) for c in self.begin[id].values()]

    # Requirements. `literal` is terms that sum to 1 where the requirement must hold; None: always.

    def demand(self, terms, need, literal):
        """terms >= need where the literal holds."""
        if literal is None:
            self.row(terms, lower=need)
        else:
            self.row(terms + [(c, -need * v) for c, v in literal], lower=0)

    def hold(self, requirement, asker, literal):
        if requirement[0] == "leaf":
            self.demand(self.supporting(requirement, asker), 1, literal)
            return
        _, need, parts = requirement
        if need <= 0:
            return
        parts = [(w, p) for w, p in parts if w]
        if sum(w for w, _ in parts) == need:
            for _, part in parts:
                self.hold(part, asker, literal)
            return
        terms = []
        for weight, part in parts:
            terms += [(c, v * min(weight, need)) for c, v in self.supporting(part, asker)]
        self.demand(terms, need, literal)

    def supporting(self, requirement, asker):
        """Terms, at most 1, that are 1 only where the requirement holds."""
        if requirement[0] != "leaf":
            column = self.column(1, 0)
            self.hold(requirement, asker, [(column, 1)])
            return [(column, 1)]
        _, id, active = requirement
        if id not in self.steps:
            return []
        active = active and self.steps[id].validity is not None
        if asker is None and not active:
            return self.taken(id)
        if (asker, id, active) not in self.support:
            self.support[asker, id, active] = self.support_column(asker, id, active)
        return [(self.support[asker, id, active], 1)]

    def support_column(self, asker, id, active):
        column = self.column(1, 0)
        self.row(self.taken(id) + [(column, -1)], lower=0)
        step = self.steps[id]
        if asker is None:
            self.add_active_goal(column, step)
            return column
        if asker in self.ranks and id in self.ranks:
            ranks = [(self.ranks[asker], 1), (self.ranks[id], -1)]
            self.row(ranks + [(column, -len(self.ranks))], lower=1 - len(self.ranks))
        # Where the user has started by t, the supporter has started by t - length.
        for t in self.begin[asker]:
            before = [(c, 1) for s, c in self.begin[id].items() if s + step.length <= t]
            user = [(c, -1) for s, c in self.begin[asker].items() if s <= t]
            self.row(before + user + [(column, -1)], lower=-1)
        if active:
            # Where the user starts at t or later, the supporter has not lapsed by then.
            for t in self.begin[asker]:
                late = [(c, 1) for s, c in self.begin[id].items() if s + step.length + step.validity >= t]
                user = [(c, -1) for s, c in self.begin[asker].items() if s >= t]
                self.row(late + user + [(column, -1)], lower=-1)
        return column

    def add_active_goal(self, column, step):
        """makespan <= finish + validity where the support counts."""
        finish = [(c, s + step.length) for s, c in self.begin[step.id].items()]
        horizon = self.task.horizon
        self.row([(self.makespan, -1), (column, -horizon)] + finish, lower=-step.validity - horizon)

    def add_resources(self):
        instance = self.task.instance
        for weight, capacity in ((lambda s: s.load, instance.capacity), (lambda s: 1, instance.at_once)):
            for t in range(self.task.horizon):
                terms = [
                    (c, weight(step))
                    for id, step in self.steps.items()
                    if step.length and weight(step)
                    for s, c in self.begin[id].items()
                    if s <= t < s + step.length
                ]
                if terms:
                    self.row(terms, upper=capacity)
            energy = [(c, weight(s) * s.length) for id, s in self.steps.items() for c in self.begin[id].values()]
            self.row(energy + [(self.makespan, -capacity)], upper=0)

    def add_makespan(self):
        for id, step in self.steps.items():
            ends = [(c, s + step.length) for s, c in self.begin[id].items()]
            self.row(ends + [(self.makespan, -1)], upper=0)

    def add_exclusions(self):
        pairs = {tuple(sorted((id, other))) for id, step in self.steps.items() for other in step.excludes}
        for first, second in sorted(pairs):
            if first in self.steps and second in self.steps and first != second:
                self.row(self.taken(first) + self.taken(second), upper=1)

    def add_costs(self):
        terms = [(c, step.cost) for id, step in self.steps.items() for c in self.begin[id].values()]
        upper = INFINITY if self.task.cost_to is None else self.task.cost_to
        self.row(terms, lower=self.task.cost_from, upper=upper)

    def handed_over(self):
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", THREADS)
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("mip_abs_gap", 0.999)  # objectives are whole numbers
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.lower)
        lp.col_cost_ = numpy.array(self.costs)
        lp.col_lower_ = numpy.zeros(lp.num_col_)
        lp.col_upper_ = numpy.array(self.uppers, dtype=float)
        lp.row_lower_ = numpy.array(self.lower, dtype=float)
        lp.row_upper_ = numpy.array(self.upper, dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.array([*self.begins, len(self.columns)], dtype=numpy.int32)
        lp.a_matrix_.index_ = numpy.array(self.columns, dtype=numpy.int32)
        lp.a_matrix_.value_ = numpy.array(self.values)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[i] for i in self.integral]
        solver.passModel(lp)
        return solver


def solve(task):
    begin = time.perf_counter()
    model = Model(task)
    solver = model.handed_over()
    left = task.seconds - (time.perf_counter() - begin)
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
    value = solver.getSolution().col_value
    starts = {id: t for id, cols in model.begin.items() for t, c in cols.items() if value[c] > 0.5}
    return Solution("optimal", starts)
