/// One start no earlier than so many days after another; places in the set.
struct Lag {
  var from: Int
  var to: Int
  var days: Int
}

/// A set to be placed as far as lags say it: what each member can't do without.
struct LagProblem {
  /// By place in the set.
  var activities: [Activity]
  /// For each member, the members that finish before it starts, and for how many days after their finish it may start
  /// (`nil`: any time).
  var needs: [[(place: Int, validity: Int?)]]
  /// Members that must still be active at the last finish, with their validity.
  var lasting: [(place: Int, validity: Int)]
  /// Of each member: `needs` is all it asks for.
  var isPlain: [Bool]
  /// Of each member: who may ask for it to be active, by place; a goal has the place after the last.
  var users: [[Int]]
  /// True where something counts until a fixed day only, or may begin once something else has begun.
  var hasOtherTies: Bool
  /// True where something is renewed within the set: earlier may then be better than later.
  var hasRenewals: Bool
  /// Minutes of a week.
  var capacity: Int
  var atOnce: Int

  var isFreeOfCalendar: Bool { activities.allSatisfy(\.isFreeOfCalendar) }

  /// True where what fills the week, and isn't asked to be active, may come earlier: that only brings closer together what
  /// was before it and what was after it.
  var allowsMovingForward: Bool { isFreeOfCalendar && !hasOtherTies }

  /// Every end is a multiple of it, since every start is a sum of lags.
  var unit: Int {
    guard isFreeOfCalendar else { return 1 }
    let days = activities.map(\.length) + needs.joined().compactMap(\.validity) + lasting.map(\.validity)
    return max(1, days.reduce(0, Search.greatestCommonDivisor))
  }

  /// How much of a day each member fills at least, in millionths: what can run beside each other adds up to no more than
  /// a whole one (`PackingWeights`).
  var shares: [Int] {
    let loads = Set(activities.map(\.load)).subtracting([0]).sorted()
    let demand = loads.map { load in
      activities.reduce(0.0) { $1.load == load ? $0 + Double($1.length) : $0 }
    }
    guard let packing = PackingWeights(loads: loads, demand: demand, capacity: capacity, atOnce: atOnce) else {
      return activities.map { _ in 0 }
    }
    return activities.map { activity in
      loads.firstIndex(of: activity.load).map { packing.weights[$0] } ?? 0
    }
  }

  /// The same without the days of some, beside which nothing else can be in progress.
  func without(_ filling: [Int]) -> LagProblem {
    var rest = self
    for place in filling { (rest.activities[place].length, rest.activities[place].load) = (0, 0) }
    return rest
  }
}

/// What a placement that keeps all lags still lacks.
enum Missing {
  case nothing
  /// One of these has to hold, each given by its lags.
  case oneOf([[Lag]])
  /// Lags can't say it.
  case beyondLags
}
