import Catalogs

/// Why each step of a pathway is there, what it stands on, and how far it could move.
///
/// Read off the finished pathway and the contract, not off the search: it holds for any pathway, whoever made it.
public struct PathwayExplanation: Sendable {
  public let pathway: Pathway
  let checker: PathwayChecker
  let timetable: Timetable

  /// Steps that the learner can't take as they say are passed over (the checker names them).
  public init(of pathway: Pathway, goals: [String], learner: Learner, in catalog: Catalog) {
    self.pathway = pathway
    checker = PathwayChecker(catalog: catalog, goals: goals, learner: learner)
    timetable = checker.timetable(of: pathway)
  }

  /// Something that has to hold on a day.
  struct Demand {
    var asker: Asker
    var requirement: Requirement
    var day: Int
    var moment: Timetable.Moment
    /// The credential whose requirement it is.
    var id: String?
  }

  var demands: [Demand] {
    let goals = checker.goals.compactMap(checker.catalog.destination).map {
      Demand(asker: .goal($0.id), requirement: $0.requires, day: timetable.days, moment: .finished, id: nil)
    }
    return goals + timetable.placements.flatMap(demands(of:))
  }

  private func demands(of placement: Timetable.Placement) -> [Demand] {
    let (id, day) = (placement.id, placement.start)
    let requires = placement.offer.requires.map {
      Demand(asker: .requires(id), requirement: $0, day: day, moment: .finished, id: id)
    }
    let corequires = placement.offer.corequires.map {
      Demand(asker: .corequires(id), requirement: $0, day: day, moment: .started, id: id)
    }
    return [requires, corequires].compactMap { $0 }
  }

  // MARK: Why

  /// What the step is good for: goals first, then steps in the order of the pathway. Empty where nothing asks for it.
  public func reasons(for credential: String) -> [Reason] {
    guard let index = timetable.placements.firstIndex(where: { $0.id == credential }) else { return [] }
    let without = timetable.without(index)
    var found: [Reason] = []
    if checker.learner.pinned.contains(credential) {
      found.append(Reason(asker: .pin, need: nil, day: timetable.days, isNecessary: true))
    }
    for demand in demands where demand.id != credential {
      let isNecessary = !without.meets(demand.requirement, on: demand.day, asker: demand.id, demand.moment)
      for branch in branches(of: demand) where branch.allows(credential) {
        let leaf = branch.leaf
        guard let byRenewing = help(of: timetable.placements[index], for: leaf, demand, without) else { continue }
        let reason = Reason(
          asker: demand.asker, need: leaf.need, day: demand.day, isNecessary: isNecessary, byRenewing: byRenewing,
          choices: branch.choices + [byRenewing ? nil : choice(of: leaf, besides: credential, demand)].compactMap { $0 }
        )
        if !found.contains(reason) { found.append(reason) }
      }
    }
    return found
  }

  /// Whether a step helps a leaf that holds: `true` by renewing something, `false` by itself, `nil` not at all.
  private func help(
    of step: Timetable.Placement, for leaf: Requirement, _ demand: Demand, _ without: Timetable
  ) -> Bool? {
    if gives(step, leaf, demand) { return false }
    guard case .credential(let id, true) = leaf, step.offer.credential.renews.contains(id),
      timetable.isActive(id, on: demand.day, demand.moment), !without.isActive(id, on: demand.day, demand.moment)
    else { return nil }
    return true
  }

  private func gives(_ step: Timetable.Placement, _ leaf: Requirement, _ demand: Demand) -> Bool {
    guard (demand.moment == .started ? step.start : step.finish) <= demand.day else { return false }
    switch leaf {
    case .credential(let id, let active):
      return id == step.id && (!active || timetable.isActive(id, on: demand.day, demand.moment))
    case .skill(let skill): return step.id != demand.id && step.offer.credential.teaches.contains(skill)
    case .credits(_, let list): return list.contains(step.id) && step.offer.credential.credits > 0
    case .condition, .all, .any, .atLeast, .distinct: return false
    }
  }

  // MARK: On what

  /// What the step needs, leaf by leaf in the order of the catalog's text, and what gives it by when.
  public func supports(of credential: String) -> [Support] {
    let own = timetable.placements.first { $0.id == credential }.map(demands(of:)) ?? []
    return own.flatMap(supports)
  }

  /// The same for the goals.
  public var goalSupports: [Support] { demands.filter { $0.id == nil }.flatMap(supports) }

  private func supports(_ demand: Demand) -> [Support] {
    branches(of: demand).compactMap { branch in
      branch.leaf.need.map { Support(asker: demand.asker, need: $0, givers: givers(of: branch, demand)) }
    }
  }

  private func givers(of branch: Branch, _ demand: Demand) -> [Support.Giver] {
    let leaf = branch.leaf
    let steps = timetable.placements.filter { branch.allows($0.id) && gives($0, leaf, demand) }.map {
      Support.Giver.step($0.id, day: demand.moment == .started ? $0.start : $0.finish)
    }
    let taken = Set(timetable.placements.map(\.id))
    let earned = checker.learner.earned.keys.sorted().filter { !taken.contains($0) && branch.allows($0) }.compactMap(
      checker.catalog.credential)
    switch leaf {
    case .credential(let id, let active):
      let counts = !active || timetable.isActive(id, on: demand.day, demand.moment)
      return steps + earned.filter { $0.id == id && counts }.map { .earned($0.id) }
    case .skill(let skill):
      let known: [Support.Giver] = checker.learner.knows.contains(skill) ? [.known] : []
      return known + steps + earned.filter { $0.teaches.contains(skill) && $0.id != demand.id }.map { .earned($0.id) }
    case .credits(_, let list):
      return steps + earned.filter { list.contains($0.id) && $0.credits > 0 }.map { .earned($0.id) }
    case .condition: return timetable.meets(leaf, on: demand.day, asker: nil, demand.moment) ? [.assumed] : []
    case .all, .any, .atLeast, .distinct: return []
    }
  }
}

extension Requirement {
  fileprivate var need: Need? {
    switch self {
    case .credential(let id, let active): return active ? .active(id) : .credential(id)
    case .skill(let skill): return .skill(skill)
    case .credits(let amount, _): return .credits(amount)
    case .condition(let text): return .condition(text)
    case .all, .any, .atLeast, .distinct: return nil
    }
  }
}
