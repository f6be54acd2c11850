"""A mixed-integer program under construction, and the pathway problem's requirements in it."""

import highspy
import numpy

import instance as instances

THREADS = 2
INFINITY = highspy.kHighsInf


class Program:
    """Rows are gathered first and handed over at once: adding them singly costs more than a small solve.

    What it means to be taken, and to support, is a subclass's.
    """

    def __init__(self, task):
        self.task = task
        self.steps = {id: task.instance.steps[id] for id in task.earliest}
        self.costs, self.uppers, self.integral = [], [], []
        self.lower, self.upper, self.begins, self.columns, self.values = [], [], [], [], []
        self.support = {}

    def column(self, upper=1, cost=0, integral=True):
        self.uppers.append(upper)
        self.costs.append(float(cost))
        self.integral.append(integral)
        return len(self.costs) - 1

    def row(self, terms, lower=-INFINITY, upper=INFINITY):
        sums = {}
        for column, value in terms:
            sums[column] = sums.get(column, 0) + value
        self.begins.append(len(self.columns))
        self.columns += sums.keys()
        self.values += map(float, sums.values())
        self.lower.append(lower)
        self.upper.append(upper)

    # Requirements. `literal` is terms that sum to 1 where the requirement must hold; None: always.

    def hold_all(self):
        for id, step in self.steps.items():
            if step.requires:
                self.hold(step.requires, id, self.taken(id))
        self.hold(self.task.instance.goal, None, None)

    def hold(self, requirement, asker, literal):
        if requirement[0] == "leaf":
            self.demand(self.supporting(requirement, asker), 1, literal)
            return
        _, need, parts = requirement
        parts = [(w, p) for w, p in parts if w]
        if need <= 0:
            return
        if sum(w for w, _ in parts) == need:
            for _, part in parts:
                self.hold(part, asker, literal)
            return
        terms = []
        for weight, part in parts:
            terms += [(c, v * min(weight, need)) for c, v in self.supporting(part, asker)]
        self.demand(terms, need, literal)

    def demand(self, terms, need, literal):
        """terms >= need where the literal holds."""
        if literal is None:
            self.row(terms, lower=need)
        else:
            self.row(terms + [(c, -need * v) for c, v in literal], lower=0)

    def supporting(self, requirement, asker):
        """Terms, at most 1, that are 1 only where the requirement holds."""
        if requirement[0] != "leaf":
            column = self.column()
            self.hold(requirement, asker, [(column, 1)])
            return [(column, 1)]
        _, id, active = requirement
        if id not in self.steps:
            return []
        active = active and self.steps[id].validity is not None
        if asker is None and not active:
            return self.taken(id)
        if (asker, id, active) not in self.support:
            column = self.column()
            self.row(self.taken(id) + [(column, -1)], lower=0)
            self.support[asker, id, active] = column
            self.add_support(column, asker, id, active)
        return [(self.support[asker, id, active], 1)]

    def add_ranks(self, members):
        """An order among members, which supports then follow."""
        self.ranks = {id: self.column(len(members) - 1, integral=False) for id in members}

    def add_rank_order(self, column, asker, id):
        if asker in self.ranks and id in self.ranks:
            ranks = [(self.ranks[asker], 1), (self.ranks[id], -1)]
            self.row(ranks + [(column, -len(self.ranks))], lower=1 - len(self.ranks))

    def add_exclusions(self):
        for first, second in instances.exclusions(self.steps):
            self.row(self.taken(first) + self.taken(second), upper=1)

    def add_costs(self):
        terms = [(c, v * step.cost) for id, step in self.steps.items() for c, v in self.taken(id)]
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
