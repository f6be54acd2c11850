import Catalogs
import Planning

/// On what the totals of a pathway rest: how much of its cost and of its study is seen where, and the oldest figure.
public struct PathwayStanding: Hashable, Sendable {
  /// Cents by grade; together the cost.
  public private(set) var cost: [Grade: Int] = [:]
  /// Minutes of study by grade; together the study.
  public private(set) var minutes: [Grade: Int] = [:]
  /// The day on which the oldest of its figures that were seen was read.
  public private(set) var oldest: CalendarDate?
  /// Figures that were seen on a day nobody says.
  public private(set) var undated = 0
  /// Steps that cost nothing as far as an estimate, or the median of their kin, tells.
  public private(set) var freeByEstimate = 0

  public init(of pathway: Pathway, learner: Learner, in catalog: Catalog) {
    for step in pathway.steps {
      guard let credential = catalog.credential(step.credential) else { continue }
      let figures = StepFigures(step, of: credential, learner: learner, in: catalog)
      add(figures.price, step.cost, to: \.cost)
      if step.cost == 0, figures.isPriceEstimated { freeByEstimate += 1 }
      add([figures.workload], step.minutes, to: \.minutes)
    }
  }

  private mutating func add(
    _ standings: [FigureStanding], _ amount: Int, to totals: WritableKeyPath<PathwayStanding, [Grade: Int]>
  ) {
    guard amount > 0, let worst = standings.map(\.grade).max() else { return }
    self[keyPath: totals][worst, default: 0] += amount
    for standing in standings where standing.source != nil {
      guard let read = standing.source?.read else {
        undated += 1
        continue
      }
      oldest = min(oldest ?? read, read)
    }
  }

  /// Whole percents by grade, best first, of what there is; they make 100 together (largest remainders).
  public static func percents(_ totals: [Grade: Int]) -> [(grade: Grade, percent: Int)] {
    let whole = totals.values.reduce(0, +)
    guard whole > 0 else { return [] }
    var shares = Grade.allCases.filter { totals[$0, default: 0] > 0 }.map { grade in
      let parts = Double(totals[grade, default: 0]) * 100 / Double(whole)
      return (grade: grade, percent: Int(parts), rest: parts - parts.rounded(.down))
    }
    let missing = 100 - shares.reduce(0) { $0 + $1.percent }
    let order = shares.indices.sorted { (shares[$1].rest, $0) < (shares[$0].rest, $1) }
    for place in order.prefix(max(0, missing)) { shares[place].percent += 1 }
    return shares.map { ($0.grade, $0.percent) }
  }
}

extension Step {
  /// True where what it costs rests on an estimated price, or on the median of its kin, be that nothing.
  public func isCostEstimated(for learner: Learner, in catalog: Catalog) -> Bool {
    guard isEstimate, let credential = catalog.credential(self.credential) else { return false }
    return StepFigures(self, of: credential, learner: learner, in: catalog).isPriceEstimated
  }
}

extension Pathway {
  /// True where its cost has a range, or rests on an estimated price.
  public func isCostEstimated(for learner: Learner, in catalog: Catalog) -> Bool {
    costRange.count > 1 || steps.contains { $0.isCostEstimated(for: learner, in: catalog) }
  }
}

/// Which figures a step's cost and study are made of.
private struct StepFigures {
  /// Of an award for its parts, none.
  var price: [FigureStanding]
  var workload: FigureStanding

  var isPriceEstimated: Bool { price.contains { $0.grade == .estimate } }

  init(_ step: Step, of credential: Credential, learner: Learner, in catalog: Catalog) {
    let own = learner.mine[credential.id]
    func standing(_ name: FigureName, own: Int?) -> FigureStanding {
      own != nil ? FigureStanding(.source) : Self.standing(name, credential, catalog)
    }
    switch step.mode {
    case .renewal:
      price = [Self.standing(.renewalFee, credential, catalog)]
      workload = Self.standing(.renewalEffort, credential, catalog)
      return
    case .again where credential.retake?.fee != nil: price = [Self.standing(.retakeFee, credential, catalog)]
    case .anew, .again, .goingOn:
      let stated = [FigureName.fee, .monthly].compactMap { name -> (value: Int, standing: FigureStanding)? in
        let mine = name == .fee ? own?.fee : own?.monthly
        guard let value = mine ?? credential.figure(name)?.value else { return nil }
        return (value, standing(name, own: mine))
      }
      let costing = stated.filter { $0.value > 0 }
      price = (costing.isEmpty ? stated : costing).map(\.standing)
      // Nobody states a figure: the median of its kin stands in, if there is one.
      if stated.isEmpty, credential.kind != .stack, !step.isAtLeast { price = [FigureStanding(.estimate)] }
    }
    workload =
      credential.workload == nil && own?.workload == nil
      ? FigureStanding(.estimate) : standing(.effort, own: own?.workload)
  }

  private static func standing(_ name: FigureName, _ credential: Credential, _ catalog: Catalog) -> FigureStanding {
    catalog.standing(of: name, in: credential)
  }
}
