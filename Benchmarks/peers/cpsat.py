"""The pathway problem as a model for OR-Tools CP-SAT: as good as we can make it.

A boolean and an optional interval for each step that can matter; two cumulatives, and a no-overlap of what fills more
than half the week; a literal for each support, which implies that the supporter is taken and finishes in time; energy
as linear constraints, for the relaxation.
"""

import time

from ortools.sat.python import cp_model

import instance as instances
from frontier import Solution

WORKERS = 2


class Model:
    def __init__(self, task):
        self.task = task
        self.steps = {id: task.instance.steps[id] for id in task.earliest}
        self.model = cp_model.CpModel()
        self.taken, self.start, self.interval = {}, {}, {}
        self.support = {}
        self.users = {id: [] for id in self.steps}
        self.wanted = set()  # by the goal itself
        self.makespan = self.model.new_int_var(0, task.horizon, "makespan")
        circular = instances.circular(self.steps)
        self.ranks = {id: self.model.new_int_var(0, len(circular) - 1, f"rank {id}") for id in circular}
        for step in self.steps.values():
            self.add_step(step)
        for step in self.steps.values():
            if step.requires:
                self.hold(step.requires, step, self.taken[step.id])
        self.hold(task.instance.goal, None, None)
        self.add_exclusions()
        self.add_resources()
        self.add_uses()
        self.add_objective()
        self.add_hint()

    def add_step(self, step):
        horizon = self.task.horizon
        first = self.task.earliest[step.id] - step.length
        if step.starts is not None:
            days = [s for s in step.starts if first <= s <= horizon - step.length]
            domain = cp_model.Domain.from_values(days)
        else:
            domain = cp_model.Domain(first, horizon - step.length)
        taken = self.model.new_bool_var(step.id)
        start = self.model.new_int_var_from_domain(domain, f"start {step.id}")
        self.taken[step.id], self.start[step.id] = taken, start
        if step.length:
            self.interval[step.id] = self.model.new_optional_fixed_size_interval_var(
                start, step.length, taken, f"interval {step.id}"
            )
        self.model.add(start + step.length <= self.makespan).only_enforce_if(taken)

    # Requirements: only implications from above to below are needed.

    def enforce(self, constraint, literal):
        if literal is not None:
            constraint.only_enforce_if(literal)

    def hold(self, requirement, asker, literal):
        """`literal` (None: always) implies that the requirement holds when `asker` (None: the goal) starts."""
        if requirement[0] == "leaf":
            self.hold_leaf(requirement, asker, literal)
            return
        _, need, parts = requirement
        parts = [(w, p) for w, p in parts if self.possible(p)]
        offered = sum(w for w, _ in parts)
        if need <= 0:
            return
        if offered < need:
            self.enforce(self.model.add_bool_or([False]), literal)
            return
        spare = offered - need
        chosen = []
        for weight, part in parts:
            if weight > spare:  # nothing can make up for it
                self.hold(part, asker, literal)
                need -= weight
            elif weight:
                chosen.append((min(weight, need), self.literal(part, asker)))
        if need <= 0:
            return
        if all(weight >= need for weight, _ in chosen):
            self.enforce(self.model.add_bool_or([lit for _, lit in chosen]), literal)
        else:
            self.enforce(self.model.add(sum(min(w, need) * lit for w, lit in chosen) >= need), literal)

    def possible(self, requirement):
        if requirement[0] == "leaf":
            return requirement[1] in self.steps
        _, need, parts = requirement
        return sum(w for w, p in parts if self.possible(p)) >= need

    def literal(self, requirement, asker):
        """A literal that implies the requirement."""
        if requirement[0] == "leaf":
            _, id, active = requirement
            if asker is None and not active:
                self.wanted.add(id)
                return self.taken[id]
            key = (asker and asker.id, id, active and self.steps[id].validity is not None)
            if key not in self.support:
                self.support[key] = self.model.new_bool_var(f"{key}")
                self.hold_leaf(requirement, asker, self.support[key])
                if asker is not None:
                    self.model.add_implication(self.support[key], self.taken[asker.id])
            return self.support[key]
        literal = self.model.new_bool_var("")
        self.hold(requirement, asker, literal)
        return literal

    def hold_leaf(self, requirement, asker, literal):
        _, id, active = requirement
        if id not in self.steps:
            self.enforce(self.model.add_bool_or([False]), literal)
            return
        if literal is None:
            self.wanted.add(id)
            self.model.add(self.taken[id] == 1)
        else:
            self.users[id].append(literal)
            self.model.add_implication(literal, self.taken[id])
        step = self.steps[id]
        finish = self.start[id] + step.length
        moment = self.makespan if asker is None else self.start[asker.id]
        if asker is not None:
            self.enforce(self.model.add(finish <= moment), literal)
            if id in self.ranks and asker.id in self.ranks:
                self.enforce(self.model.add(self.ranks[id] < self.ranks[asker.id]), literal)
        if active and step.validity is not None:
            self.enforce(self.model.add(moment <= finish + step.validity), literal)

    def add_exclusions(self):
        for first, second in instances.exclusions(self.steps):
            self.model.add_at_most_one(self.taken[first], self.taken[second])

    def add_resources(self):
        instance = self.task.instance
        long = [step for step in self.steps.values() if step.length]
        loaded = [step for step in long if step.load]
        heavy = [step for step in loaded if 2 * step.load > instance.capacity]
        self.model.add_cumulative([self.interval[s.id] for s in loaded], [s.load for s in loaded], instance.capacity)
        self.model.add_cumulative([self.interval[s.id] for s in long], [1] * len(long), instance.at_once)
        self.model.add_no_overlap([self.interval[s.id] for s in heavy])
        for weights, capacity in (
            ({s.id: s.load * s.length for s in loaded}, instance.capacity),
            ({s.id: s.length for s in long}, instance.at_once),
            ({s.id: s.length for s in heavy}, 1),
        ):
            energy = sum(weight * self.taken[id] for id, weight in weights.items())
            self.model.add(energy <= capacity * self.makespan)

    def add_uses(self):
        """Nothing is taken that supports nothing: some best pathway is without it."""
        for id, literals in self.users.items():
            if id not in self.wanted:
                self.model.add_bool_or(literals or [False]).only_enforce_if(self.taken[id])

    def add_objective(self):
        cost = sum(step.cost * self.taken[id] for id, step in self.steps.items())
        self.model.add(cost >= self.task.cost_from)
        if self.task.cost_to is not None:
            self.model.add(cost <= self.task.cost_to)
        self.model.minimize(self.makespan if self.task.least_days else cost)

    def add_hint(self):
        if self.task.hint is None:
            return
        for id in self.steps:
            self.model.add_hint(self.taken[id], id in self.task.hint)
            if id in self.task.hint:
                self.model.add_hint(self.start[id], self.task.hint[id])


def solve(task):
    begin = time.perf_counter()
    model = Model(task)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = max(0.01, task.seconds - (time.perf_counter() - begin))
    status = solver.solve(model.model)
    if status == cp_model.INFEASIBLE:
        return Solution("infeasible")
    if status != cp_model.OPTIMAL:
        if status == cp_model.MODEL_INVALID:
            raise ValueError(model.model.validate())
        return Solution("stopped", bound=solver.best_objective_bound)
    starts = {id: solver.value(model.start[id]) for id, lit in model.taken.items() if solver.boolean_value(lit)}
    return Solution("optimal", starts)
