import Catalogs

/// A credential that stops being active some day.
public struct Lapse: Hashable, Sendable {
  public var credential: String
  /// The last day on which it is active, from day 0, with everything in the pathway that renews it counted.
  public var lastDay: Int
  /// Cents that renewing it costs, in the planning currency; `nil` where nobody stated it.
  public var renewalFee: Int?
  /// Minutes that renewing it takes; `nil` where nobody stated it.
  public var renewalMinutes: Int?
  /// True where somebody asks for it to be active when the pathway is finished.
  public var isNeeded: Bool

  public init(credential: String, lastDay: Int, renewalFee: Int?, renewalMinutes: Int?, isNeeded: Bool) {
    self.credential = credential
    self.lastDay = lastDay
    self.renewalFee = renewalFee
    self.renewalMinutes = renewalMinutes
    self.isNeeded = isNeeded
  }
}

extension PathwayExplanation {
  /// What lapses when, of the pathway's steps and of what is earned with a date, the soonest first. Renewing has to begin
  /// by the last day.
  public var lapses: [Lapse] {
    let taken = timetable.placements.map(\.id)
    let earned = checker.learner.earned.keys.filter { !taken.contains($0) }
    return (taken + earned).compactMap(lapse).sorted {
      ($0.lastDay, $0.credential) < ($1.lastDay, $1.credential)
    }
  }

  private func lapse(of id: String) -> Lapse? {
    guard let credential = checker.catalog.credential(id), let validity = credential.validity,
      let lastDay = timetable.lastActiveDay(of: id)
    else { return nil }
    let fee = validity.renewalFee.flatMap { checker.offers.figures.money($0, of: credential)?.value }
    let isNeeded = checker.goals.compactMap(checker.catalog.destination).contains { $0.requires.asksActive(id) }
    return Lapse(
      credential: id, lastDay: lastDay, renewalFee: fee, renewalMinutes: validity.renewalWorkload?.value,
      isNeeded: isNeeded)
  }
}

extension Requirement {
  fileprivate func asksActive(_ id: String) -> Bool {
    switch self {
    case .credential(let name, let active): return active && name == id
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.contains { $0.asksActive(id) }
    case .skill, .credits, .condition: return false
    }
  }
}
