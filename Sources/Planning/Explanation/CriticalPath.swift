/// A step of the chain that sets the last day of a pathway, and why it can't start earlier.
public struct CriticalStep: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// It starts on day 0.
    case dayZero
    /// It requires what that one gives.
    case required(String)
    /// It corequires what that one gives from its start on.
    case corequired(String)
    /// The week is full, or no more may be in progress, until that one is done.
    case capacity(String)
    /// A start or the end of a wait lets it begin on that day, and on none before.
    case calendar
    /// Something would lapse too soon.
    case lapse
    /// It could begin earlier, and the pathway would end no earlier for it.
    case free
  }
  public var credential: String
  public var cause: Cause
  /// It begins later than the cause would have it: on the first day after that which the calendar allows.
  public var waitsForCalendar: Bool

  public init(credential: String, cause: Cause, waitsForCalendar: Bool = false) {
    self.credential = credential
    self.cause = cause
    self.waitsForCalendar = waitsForCalendar
  }
}

extension PathwayExplanation {
  /// From the first step of the chain to the one that finishes last, each held up by the one before it.
  public var criticalPath: [CriticalStep] {
    var chain: [CriticalStep] = []
    var current = tightest(timetable.placements.filter { $0.finish == timetable.days })
    while let step = current {
      let seen = Set(chain.map(\.credential)).union([step.id])
      let (cause, holder) = cause(of: step) { !seen.contains($0) }
      let until = if case .corequired = cause { holder?.start } else { holder?.finish }
      chain.append(
        CriticalStep(credential: step.id, cause: cause, waitsForCalendar: until.map { $0 < step.start } ?? false))
      current = holder
    }
    return chain.reversed()
  }

  /// Of several that would do, one that couldn't itself be earlier.
  private func tightest(_ steps: [Timetable.Placement]) -> Timetable.Placement? {
    steps.first { cause(of: $0) { _ in true }.cause != .free } ?? steps.first
  }

  /// What keeps a step from beginning on the day before its own that the calendar allows, found by moving it there; and
  /// the step that this hangs on.
  private func cause(
    of step: Timetable.Placement, isOpen: (String) -> Bool
  ) -> (cause: CriticalStep.Cause, holder: Timetable.Placement?) {
    if step.start == 0 { return (.dayZero, nil) }
    let days = stride(from: step.start - 1, through: 0, by: -1)
    guard let index = timetable.placements.firstIndex(where: { $0.id == step.id }),
      let earlier = days.first(where: { step.offer.canStart(on: $0) })
    else { return (.calendar, nil) }
    var moved = timetable.without(index)
    moved.place(Timetable.Placement(offer: step.offer, start: earlier))
    let violations = checker.violations(of: moved)
    let others = timetable.placements.filter { $0.id != step.id && isOpen($0.id) }
    let givers = Set(supports(of: step.id).flatMap(\.givers).compactMap(\.step))
    if violations.contains(.unmetRequires(step.id, day: earlier)) {
      let ended = others.filter { givers.contains($0.id) && earlier < $0.finish && $0.finish <= step.start }
      if let giver = latest(ended, by: \.finish) { return (.required(giver.id), giver) }
    }
    if violations.contains(.unmetCorequires(step.id, day: earlier)) {
      let begun = others.filter { givers.contains($0.id) && earlier < $0.start && $0.start <= step.start }
      if let giver = latest(begun, by: \.start) { return (.corequired(giver.id), giver) }
    }
    if violations.contains(where: { $0.clause == .capacity }) {
      let ended = others.filter {
        earlier < $0.finish && $0.finish <= step.start && $0.offer.length > 0 && $0.start < earlier + step.offer.length
      }
      if let other = latest(ended, by: \.finish) { return (.capacity(other.id), other) }
    }
    return (violations.isEmpty ? .free : .lapse, nil)
  }

  /// The last of them; of equals one that couldn't itself be earlier.
  private func latest(
    _ steps: [Timetable.Placement], by day: (Timetable.Placement) -> Int
  ) -> Timetable.Placement? {
    let last = steps.map(day).max()
    let equals = steps.filter { day($0) == last }
    return equals.count > 1 ? tightest(equals) : equals.first
  }
}

extension Support.Giver {
  fileprivate var step: String? { if case .step(let id, _) = self { id } else { nil } }
}
