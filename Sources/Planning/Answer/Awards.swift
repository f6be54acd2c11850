import Catalogs

/// What a pathway earns by the way: awards of no cost and no work, nobody's aim, whose requirements it meets.
struct Awards {
  private let problem: Problem
  private let candidates: [Credential]

  init(_ problem: Problem) {
    self.problem = problem
    let learner = problem.learner
    let selection = CandidateSelection(learner: learner, catalog: problem.catalog, currency: problem.currency)
    candidates = problem.catalog.credentials
      .filter { credential in
        credential.requires != nil && credential.isWithoutCostAndWork && !learner.earned.keys.contains(credential.id)
          && selection.exclusion(of: credential) == nil
          && (learner.mine[credential.id]?.isWithoutCostAndWork ?? true)
      }
      .sorted { $0.id < $1.id }
  }

  /// In the order of days; on one day by ids, what rests on another after it. What is held without the pathway is not of its earning.
  func earned(by pathway: Pathway) -> [Award] {
    guard !candidates.isEmpty, !pathway.steps.isEmpty else { return [] }
    let before = grant([], days: [0])
    let known = Set(before.map(\.credential))
    let days = Array(Set(pathway.steps.map(\.finish)).union([0])).sorted()
    return grant(pathway.steps, days: days).filter { !known.contains($0.credential) }
  }

  private func grant(_ steps: [Step], days: [Int]) -> [Award] {
    var record = HeldRecord(problem)
    for step in steps { record.hold(step.credential, from: step.finish) }
    var open = candidates.filter { candidate in !steps.contains { $0.credential == candidate.id } }
    var granted: [Award] = []
    for day in days {
      while let place = open.firstIndex(where: { candidate in
        candidate.isOnOffer(on: day, start: problem.learner.start)
          && record.meets(candidate.requires, on: day, for: candidate.id)
          && record.meets(candidate.corequires, on: day, for: candidate.id) && !record.excludes(candidate)
      }) {
        let award = open.remove(at: place)
        record.hold(award.id, from: day)
        granted.append(Award(credential: award.id, day: day))
      }
    }
    return granted
  }
}

/// What is held from which day on, asked in names.
private struct HeldRecord {
  private let problem: Problem
  private var heldFrom: [String: Int] = [:]
  private var skillFrom: [String: [String: Int]] = [:]

  init(_ problem: Problem) {
    self.problem = problem
    for id in problem.learner.earned.keys { hold(id, from: 0) }
  }

  mutating func hold(_ id: String, from day: Int) {
    heldFrom[id] = min(heldFrom[id] ?? .max, day)
    for skill in problem.catalog.credential(id)?.teaches ?? [] {
      skillFrom[skill, default: [:]][id] = min(skillFrom[skill]?[id] ?? .max, day)
    }
  }

  func excludes(_ credential: Credential) -> Bool {
    heldFrom.keys.contains { other in
      credential.excludes.contains(other) || problem.catalog.credential(other)?.excludes.contains(credential.id) == true
    }
  }

  func meets(_ requirement: Requirement?, on day: Int, for id: String) -> Bool {
    guard let requirement else { return true }
    switch requirement {
    case .credential(let name, let active):
      guard let from = heldFrom[name], from <= day else { return false }
      return !active || isActive(name, from: from, on: day)
    case .skill(let skill):
      return problem.learner.knows.contains(skill)
        || (skillFrom[skill] ?? [:]).contains { $0.key != id && $0.value <= day }
    case .all(let parts): return parts.allSatisfy { meets($0, on: day, for: id) }
    case .any(let parts): return parts.contains { meets($0, on: day, for: id) }
    case .atLeast(let need, let parts): return parts.count { meets($0, on: day, for: id) } >= need
    case .distinct(let parts):
      return parts.allSatisfy { meets($0, on: day, for: id) }
        && HeldParts(problem, held: Set(heldFrom.filter { $0.value <= day }.keys), asker: id) { name in
          isActive(name, from: heldFrom[name] ?? .max, on: day)
        }.canShare(parts)
    case .credits(let need, let list):
      let held = Set(list).filter { (heldFrom[$0] ?? .max) <= day }
      return held.reduce(0) { $0 + (problem.catalog.credential($1)?.credits ?? 0) } >= need
    case .condition(let text):
      return !problem.isDenied(text)
    }
  }

  private func isActive(_ id: String, from day: Int, on today: Int) -> Bool {
    guard let validity = problem.catalog.credential(id)?.validity else { return true }
    if let earned = problem.learner.earned[id] {
      guard let date = earned else { return true }
      if today <= date - problem.learner.start + validity.days.clampedDays { return true }
      return false
    }
    return today <= day + validity.days.clampedDays
  }
}

extension Credential {
  /// True where nothing is paid and nothing is done for it: what is written says so, or it is a stack.
  var isWithoutCostAndWork: Bool {
    func isZero(_ figure: Figure?) -> Bool { figure.map { $0.value == 0 } ?? (kind == .stack) }
    let isFree = isZero(price.fee) && (price.monthly?.value ?? 0) == 0
    // Days that nobody stated of a scheduled one are not known to be none.
    let isInstant = duration.days.map { $0.value == 0 } ?? (kind == .stack || duration.pace == .selfPaced)
    return isFree && isZero(workload) && isInstant && duration.starts.isEmpty
  }
}

extension Credential {
  /// True where its last day on offer isn't over on that day from `start`.
  fileprivate func isOnOffer(on day: Int, start: CalendarDate) -> Bool { until.map { day <= $0 - start } ?? true }
}

extension OwnFigures {
  /// True where the learner states nothing but zeros.
  fileprivate var isWithoutCostAndWork: Bool { [fee, monthly, workload, days].allSatisfy { ($0 ?? 0) == 0 } }
}
