import Catalogs

/// What failing one exam of a pathway once costs, the rest planned anew from that day.
public struct Setback: Hashable, Sendable {
  public var credential: String
  /// The day on which it is failed: the one on which it would have been finished.
  public var day: Int
  /// Where nothing needs to be studied again, and where all of it does.
  public var mild: PathwayDifference?
  public var severe: PathwayDifference?

  public init(credential: String, day: Int, mild: PathwayDifference?, severe: PathwayDifference?) {
    self.credential = credential
    self.day = day
    self.mild = mild
    self.severe = severe
  }
}

extension Inquiry {
  /// What failing each step of a pathway once costs, in the order of the pathway. Budget and deadline are set aside for
  /// it, so that there is a price to tell.
  public func setbacks(of pathway: Pathway) -> [Setback] {
    pathway.steps.filter(isExamined).map { setback(of: $0, in: pathway) }
  }

  /// An award for its parts can't be failed, nor can what takes neither time nor money.
  private func isExamined(_ step: Step) -> Bool {
    guard let credential = catalog.credential(step.credential) else { return false }
    return credential.kind != .stack && credential.kind != .membership && step.mode != .renewal
      && (step.cost > 0 || step.minutes > 0 || step.finish > step.start)
  }

  private func setback(of step: Step, in pathway: Pathway) -> Setback {
    Setback(
      credential: step.credential, day: step.finish, mild: difference(after: step, in: pathway, minutesLeft: 0),
      severe: difference(after: step, in: pathway, minutesLeft: nil))
  }

  private func difference(after step: Step, in pathway: Pathway, minutesLeft: Int?) -> PathwayDifference? {
    var then = Standing(of: pathway, on: step.finish, catalog: catalog, learner: learner, failing: step.credential)
    then.learner.failed[step.credential] = FailedAttempt(date: then.learner.start, minutesLeft: minutesLeft)
    guard let outcome = answer(for: then.learner) else { return nil }
    let standpoint = Standpoint(of: pathway, in: self.outcome)
    guard let rest = standpoint.pathway(in: outcome) else { return nil }
    return PathwayDifference(from: pathway, to: then.whole(with: rest))
  }
}
