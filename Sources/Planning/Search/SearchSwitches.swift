/// The parts of the search that only make it faster: each can be left out, so that the benchmark tells what it buys. The
/// answer is the same without any of them.
public struct SearchSwitches: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Pathways found by diving, before and between the nodes.
  public static let dives = SearchSwitches(rawValue: 1 << 0)
  /// Refusing what something else can stand in for.
  public static let dominance = SearchSwitches(rawValue: 1 << 1)
  /// The linear relaxation's bound on cost; without it a node costs what is taken.
  public static let prices = SearchSwitches(rawValue: 1 << 2)
  /// Lines of cost against days; without them cost is bounded as if any day would do.
  public static let lines = SearchSwitches(rawValue: 1 << 3)
  /// Bounds on the days by time resources; without them only reachability bounds them.
  public static let days = SearchSwitches(rawValue: 1 << 4)
  /// Refusing what a bound's reduced costs exclude.
  public static let reducedCosts = SearchSwitches(rawValue: 1 << 5)
  /// Remembering what was placed.
  public static let memory = SearchSwitches(rawValue: 1 << 6)
  /// Placing by lags where lapses bind.
  public static let lags = SearchSwitches(rawValue: 1 << 7)
  /// Days for what leaves room in the week, on top of what fills it.
  public static let lightTime = SearchSwitches(rawValue: 1 << 8)

  public static let all: SearchSwitches = [
    .dives, .dominance, .prices, .lines, .days, .reducedCosts, .memory, .lags, .lightTime,
  ]

  /// Each by its name, as the benchmark writes it.
  public static let named: [(name: String, part: SearchSwitches)] = [
    ("dives", .dives), ("dominance", .dominance), ("prices", .prices), ("lines", .lines), ("days", .days),
    ("reduced-costs", .reducedCosts), ("memory", .memory), ("lags", .lags),
    ("light-time", .lightTime),
  ]
}
