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

  /// A gate with alternatives within the set.
  struct Alternatives {
    /// Who asks for it, by place; `nil` for a goal.
    var asker: Int?
    var ways: [Set<GateWays.Leaf>]
  }

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

  // MARK: Lags

  /// Days between the starts of its members; `nil` where they contradict each other.
  var network: LagNetwork? {
    var lags = activities.indices.map { Lag(from: activities.count, to: $0, days: 0) }
    for (asker, needed) in needs.enumerated() {
      for need in needed { lags += self.lags(of: need.place, for: need.validity, askedBy: asker) }
    }
    for last in lasting { lags += self.lags(of: last.place, for: last.validity, askedBy: nil) }
    return LagNetwork(members: activities.count).with(lags)
  }

  func lags(of way: Set<GateWays.Leaf>, askedBy asker: Int?) -> [Lag] {
    way.flatMap { lags(of: $0.place, for: $0.validity, askedBy: asker) }
  }

  /// Who asks starts after it is finished and, where it has to be active, no later than its validity after that; the
  /// goals ask at the last finish.
  private func lags(of place: Int, for validity: Int?, askedBy asker: Int?) -> [Lag] {
    let length = activities[place].length
    guard let asker else {
      guard let validity else { return [] }
      return activities.indices.filter { $0 != place }.map {
        Lag(from: $0, to: place, days: activities[$0].length - length - validity)
      }
    }
    let after = Lag(from: place, to: asker, days: length)
    return validity.map { [after, Lag(from: asker, to: place, days: -length - $0)] } ?? [after]
  }

  /// The same where this opens the gate asked for.
  func choosing(_ way: Set<GateWays.Leaf>, askedBy asker: Int?) -> LagProblem {
    var chosen = self
    let leaves = way.sorted { ($0.place, $0.validity ?? -1) < ($1.place, $1.validity ?? -1) }
    if let asker {
      chosen.needs[asker] = leaves.map { ($0.place, $0.validity) }
      chosen.isPlain[asker] = true
      let active = Set(leaves.filter { $0.validity != nil }.map(\.place))
      for place in users.indices where !active.contains(place) { chosen.users[place].removeAll { $0 == asker } }
    } else {
      chosen.lasting += leaves.compactMap { leaf in leaf.validity.map { (leaf.place, $0) } }
    }
    return chosen
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
