/// An additive bound on time: whatever is taken, its weights together are at most `capacity × days`.
///
/// Energy (load × length against the minutes of a week) is one. Where loads don't fill the week it is weak; a dual
/// feasible function (Carlier & Néron 2007) counts loads above `week - ε` as the whole week and loads below ε as
/// nothing, which bounds just as truly, since what is left beside such a load has no room for one of at least ε.
/// The number at once gives one more: lengths against `atOnce × days`.
struct TimeResource: Sendable {
  /// Of each activity.
  let weights: [Int]
  /// Weight that fits into a day.
  let capacity: Int

  /// Fewest days into which this weight fits.
  func days(for weight: Int) -> Int { weight.dividedRoundingUp(by: capacity) }

  /// The resources worth asking about this model.
  static func all(for model: Model) -> [TimeResource] {
    let week = model.capacity
    var thresholds: Set<Int> = [0]
    for fraction in [8, 4, 3, 2] { thresholds.insert(week / fraction) }
    thresholds.insert((week - 1) / 2 + 1)
    let heaviest = model.activities.map(\.load).max() ?? 0
    var found: [TimeResource] = []
    for threshold in thresholds.sorted() where threshold == 0 || 2 * threshold <= week + 1 {
      guard heaviest > 0 else { continue }
      found.append(TimeResource(model: model, threshold: threshold))
    }
    found.append(
      TimeResource(weights: model.activities.map(\.length), capacity: model.atOnce))
    return found.reduce(into: []) { kept, resource in
      if !kept.contains(where: { $0.weights == resource.weights && $0.capacity == resource.capacity }) {
        kept.append(resource)
      }
    }
  }

  private init(weights: [Int], capacity: Int) {
    self.weights = weights
    self.capacity = capacity
  }

  private init(model: Model, threshold: Int) {
    let week = model.capacity
    self.init(
      weights: model.activities.map { activity in
        if threshold > 0 && activity.load > week - threshold { return week * activity.length }
        return activity.load < threshold ? 0 : activity.load * activity.length
      }, capacity: week)
  }
}
