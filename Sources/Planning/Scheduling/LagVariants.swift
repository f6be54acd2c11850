/// Places a set whose gates have alternatives within it: each choice of what opens them is a problem of its own, in which
/// lags say all that is asked.
///
/// Which alternative opens a gate is decided before anything is put in order, not after: an order made without it is
/// undone step by step, from its end. All variants share the best end found. Each is searched a little, then those that
/// are left are searched anew with eight times the effort, so that one that is easy isn't kept waiting by one that is hard.
struct LagVariants {
  private var parts: [LagScheduling] = []
  private(set) var limit: Int
  private(set) var best: [Int]?
  /// True where the best placement keeps all lags but not all there is.
  private(set) var isRelaxed = false
  private(set) var nodes = 0

  /// An end that nothing is before.
  var floor: Int { parts.map(\.floor).min() ?? limit }

  /// - Parameter gates: those that have alternatives, with who asks (`nil`: a goal) and the ways to open each.
  init(
    _ problem: LagProblem, _ gates: [LagProblem.Alternatives], limit: Int, floor: Int,
    missing: @escaping ([Int]) -> Missing
  ) {
    self.limit = limit
    let variants = LagVariants.variants(of: problem, gates) ?? [problem]
    parts = variants.map {
      LagScheduling(
        $0, limit: limit, floor: floor, floorEffort: variants.count > 1 ? LagVariants.firstEffort / 2 : 1_000,
        missing: missing)
    }
  }

  /// Nodes for each variant at first, and how much more each time.
  private static let firstEffort = 128
  private static let effortGrowth = 8
  /// More are left to the search.
  private static let mostVariants = 256

  /// Every choice whose lags don't contradict each other; `nil` where there are too many.
  private static func variants(of problem: LagProblem, _ gates: [LagProblem.Alternatives]) -> [LagProblem]? {
    guard let root = problem.network else { return [] }
    var open = [(problem: problem, network: root)]
    for gate in gates.sorted(by: { $0.ways.count < $1.ways.count }) {
      var next: [(problem: LagProblem, network: LagNetwork)] = []
      for (problem, network) in open {
        for way in gate.ways {
          let chosen = problem.choosing(way, askedBy: gate.asker)
          guard let narrower = network.with(problem.lags(of: way, askedBy: gate.asker)) else { continue }
          next.append((chosen, narrower))
        }
      }
      if next.count > mostVariants { return nil }
      open = next
    }
    return open.map(\.problem)
  }

  /// Searches until nothing better is left; false where `goOn` ended it.
  mutating func run(goOn: (Int) -> Bool) -> Bool {
    var open = Array(parts.indices)
    var effort = parts.count > 1 ? LagVariants.firstEffort : Int.max
    while !open.isEmpty {
      var left: [Int] = []
      for index in open {
        parts[index].lower(to: limit)
        let before = parts[index].nodes
        let others = nodes - before
        let isDone = parts[index].run { $0 - before < effort && goOn(others + $0) }
        nodes = others + parts[index].nodes
        if let found = parts[index].best, parts[index].limit < limit {
          (best, limit, isRelaxed) = (found, parts[index].limit, parts[index].isRelaxed)
          if isRelaxed { return true }
        }
        if isDone { continue }
        if !goOn(nodes) { return false }
        left.append(index)
      }
      open = left
      effort = effort > .max / LagVariants.effortGrowth ? .max : effort * LagVariants.effortGrowth
    }
    return true
  }
}
