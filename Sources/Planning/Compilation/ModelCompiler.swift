import Catalogs

/// Requirements in names → gates over activities. What is earned, known or assumed is folded away; what can't be had
/// is dropped, so that only open questions are left.
struct ModelCompiler {
  private let candidates: CandidateSelection
  let relevance: Relevance
  let learner: Learner
  let catalog: Catalog
  var model = Model()
  /// Of each credential that can be taken, its activities.
  let indices: [String: Range<Int>]
  private var skillGates: [String: Truth] = [:]
  private var holdingIndex: [String: Int] = [:]
  let denied: Set<String>
  /// Who teaches a skill among what is earned.
  let earnedTeachers: [String: Set<String>]

  /// A requirement after folding.
  enum Truth {
    case always
    case never
    case link(GateLink.Target)
  }

  init(candidates: CandidateSelection, relevance: Relevance) {
    self.candidates = candidates
    self.relevance = relevance
    self.learner = candidates.learner
    self.catalog = candidates.catalog
    self.indices = candidates.indices
    self.denied = Set(learner.denied.map(Problem.normalized))
    var earnedTeachers: [String: Set<String>] = [:]
    for id in learner.earned.keys {
      for skill in candidates.catalog.credential(id)?.teaches ?? [] { earnedTeachers[skill, default: []].insert(id) }
    }
    self.earnedTeachers = earnedTeachers
  }

  /// False where it was to stop.
  mutating func compile(_ goals: [Goal], unless pulse: inout Pulse) -> Bool {
    model.capacity = max(1, learner.minutesPerWeek)
    model.atOnce = max(1, learner.atOnce)
    model.activities = candidates.activities
    for index in model.activities.indices {
      if pulse.saysStop() { return false }
      compileRequirements(of: index)
    }
    compileConflicts()
    for goal in goals {
      switch truth(goal.requires, askedBy: nil) {
      case .always: break
      case .never: model.isHopeless = true
      case .link(let target): model.goals.append(gate(for: target))
      }
    }
    for id in learner.pinned.sorted() where !learner.earned.keys.contains(id) {
      if let group = indices[id] { model.pinned.append(Array(group)) } else { model.isHopeless = true }
    }
    return true
  }

  private mutating func compileRequirements(of index: Int) {
    let id = model.activities[index].credential
    let mode = model.activities[index].mode
    guard let place = catalog.place(ofCredential: id) else { return }
    if let requires = catalog.credentials[place].requires, !isFree(place, mode) {
      model.activities[index].requires = gateIndex(requires, askedBy: id)
    }
    if let corequires = catalog.credentials[place].corequires, mode != .renewal {
      model.activities[index].corequires = gateIndex(corequires, askedBy: id)
    }
  }

  /// True where taking the credential so asks for nothing first.
  private func isFree(_ place: Int, _ mode: Step.Mode) -> Bool {
    if mode == .goingOn || learner.waived.contains(catalog.credentials[place].id) { return true }
    guard mode == .renewal, let validity = catalog.credentials[place].validity else { return false }
    return validity.renewalFee != nil || validity.renewalWorkload != nil
  }

  private mutating func gateIndex(_ requirement: Requirement, askedBy id: String) -> Int {
    switch truth(requirement, askedBy: id) {
    case .always: return -1
    case .never: return add(Gate(need: 1, links: []))
    case .link(let target): return gate(for: target)
    }
  }

  private mutating func gate(for target: GateLink.Target) -> Int {
    if case .gate(let index) = target, !model.gates[index].isShared { return index }
    return add(Gate(need: 1, links: [GateLink(target: target, weight: 1)]))
  }

  mutating func add(_ gate: Gate) -> Int {
    model.gates.append(gate)
    return model.gates.count - 1
  }

  private mutating func compileConflicts() {
    model.conflicts = Array(repeating: [], count: model.activities.count)
    var pairs: Set<[Int]> = []
    for (id, own) in indices {
      let excluded = catalog.place(ofCredential: id).map { catalog.credentials[$0].excludes } ?? []
      for index in own {
        for other in own where other > index { pairs.insert([index, other]) }
        for name in excluded where name != id {
          for other in indices[name] ?? 0..<0 { pairs.insert([min(index, other), max(index, other)]) }
        }
      }
    }
    for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      model.conflicts[pair[0]].append(pair[1])
      model.conflicts[pair[1]].append(pair[0])
    }
  }

  // MARK: Folding

  mutating func truth(_ requirement: Requirement, askedBy id: String?) -> Truth {
    switch requirement {
    case .credential(let name, let active): return active ? activeLeaf(name) : leaf(name)
    case .skill(let skill): return skillLeaf(skill, askedBy: id)
    case .all(let parts): return threshold(parts.count, parts, askedBy: id)
    case .any(let parts): return threshold(1, parts, askedBy: id)
    case .atLeast(let need, let parts): return threshold(need, parts, askedBy: id)
    case .distinct(let parts): return distinct(parts, askedBy: id)
    case .credits(let need, let list): return credits(need, list)
    case .condition(let text): return denied.contains(Problem.normalized(text)) ? .never : .always
    }
  }

  private mutating func leaf(_ name: String) -> Truth {
    if learner.earned.keys.contains(name) { return .always }
    guard let only = indices[name]?.first else { return .never }
    return .link(.activity(only))
  }

  mutating func activeLeaf(_ name: String) -> Truth {
    guard let credential = catalog.credential(name) else { return .never }
    let isEarned = learner.earned.keys.contains(name)
    let lapse = candidates.lapseDay(of: credential)
    if isEarned && lapse == nil { return .always }
    let activities = Array(indices[name] ?? 0..<0)
    if activities.isEmpty && !isEarned { return .never }
    guard let validity = credential.validity else { return leaf(name) }
    if let known = holdingIndex[name] { return .link(.holding(known)) }
    let renewers = (relevance.renewers[name] ?? []).filter { $0 != name }.flatMap { indices[$0] ?? 0..<0 }
    if activities.isEmpty && renewers.isEmpty, let lapse, lapse < 0 { return .never }
    model.holdings.append(
      Holding(earnedUntil: lapse, activities: activities, validity: validity.days.clampedDays, renewers: renewers))
    holdingIndex[name] = model.holdings.count - 1
    return .link(.holding(model.holdings.count - 1))
  }

  /// Skills are asked for by many; those who don't teach the skill themselves share one gate.
  private mutating func skillLeaf(_ skill: String, askedBy id: String?) -> Truth {
    if learner.knows.contains(skill) || earnedTeachers[skill]?.contains(where: { $0 != id }) == true { return .always }
    let teachers = relevance.teachers[skill] ?? []
    if let id, teachers.contains(id) {
      return gate(ofTeachers: teachers.filter { $0 != id }, isShared: false)
    }
    if let known = skillGates[skill] { return known }
    let truth = gate(ofTeachers: teachers, isShared: true)
    skillGates[skill] = truth
    return truth
  }

  private mutating func gate(ofTeachers teachers: [String], isShared: Bool) -> Truth {
    let links = teachers.flatMap { indices[$0] ?? 0..<0 }.map { GateLink(target: .activity($0), weight: 1) }
    if links.isEmpty { return .never }
    if links.count == 1 { return .link(links[0].target) }
    return .link(.gate(add(Gate(need: 1, links: links, isShared: isShared))))
  }

  private mutating func threshold(_ need: Int, _ parts: [Requirement], askedBy id: String?) -> Truth {
    var need = need
    var links: [GateLink] = []
    for part in parts {
      switch truth(part, askedBy: id) {
      case .always: need -= 1
      case .never: break
      case .link(let target): links.append(GateLink(target: target, weight: 1))
      }
    }
    return folded(need: need, links)
  }

  private mutating func credits(_ need: Int, _ list: [String]) -> Truth {
    var need = need.clampedCredits
    var links: [GateLink] = []
    for name in Set(list).sorted() {
      let credits = (catalog.place(ofCredential: name).map { catalog.credentials[$0].credits } ?? 0).clampedCredits
      guard credits > 0 else { continue }
      switch leaf(name) {
      case .always: need -= credits
      case .never: break
      case .link(let target): links.append(GateLink(target: target, weight: credits))
      }
    }
    return folded(need: need, links)
  }

  /// Equal children are merged, what is all-or-one of the same is flattened, and a gate of one child is that child.
  mutating func folded(need: Int, _ links: [GateLink]) -> Truth {
    if need <= 0 { return .always }
    var merged = links.eachTargetOnce { $0.weight += $1.weight }
    for index in merged.indices { merged[index].weight = min(merged[index].weight, need) }
    let total = merged.reduce(0) { $0 + $1.weight }
    if total < need { return .never }
    if merged.count == 1 { return .link(merged[0].target) }
    return .link(.gate(add(flattened(need: need, merged, total: total))))
  }

  private func flattened(need: Int, _ links: [GateLink], total: Int) -> Gate {
    let isAll = total == need
    let isAny = need == 1
    var flat: [GateLink] = []
    var extraNeed = 0
    for link in links {
      guard case .gate(let index) = link.target, !model.gates[index].isShared, model.gates[index].rule < 0,
        isAll || isAny
      else {
        flat.append(link)
        continue
      }
      let inner = model.gates[index]
      let innerTotal = inner.links.reduce(0) { $0 + $1.weight }
      if isAny && inner.need == 1 {
        flat += inner.links
      } else if isAll && innerTotal == inner.need && link.weight == 1 {
        flat += inner.links
        extraNeed += inner.need - 1
      } else {
        flat.append(link)
      }
    }
    return Gate(need: need + extraNeed, links: flat).withoutRepetition(isAll: isAll)
  }
}

extension Gate {
  /// After flattening, a child may stand twice: once is enough for all and for any.
  fileprivate func withoutRepetition(isAll: Bool) -> Gate {
    let unique = links.eachTargetOnce { _, _ in }
    guard unique.count < links.count else { return self }
    return Gate(need: isAll ? unique.reduce(0) { $0 + $1.weight } : need, links: unique)
  }
}

extension Problem {
  /// How conditions are compared: without surrounding space, without case.
  static func normalized(_ condition: String) -> String {
    let trimmed = condition.drop(while: \.isWhitespace)
    var end = trimmed.endIndex
    while end > trimmed.startIndex, trimmed[trimmed.index(before: end)].isWhitespace {
      end = trimmed.index(before: end)
    }
    return trimmed[..<end].lowercased()
  }
}
