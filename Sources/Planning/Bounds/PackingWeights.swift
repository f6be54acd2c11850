/// Weights for things that run beside each other: the best such that whatever fits together weighs at most one.
///
/// Every set that can be in progress on one day weighs at most 1, so lengths times weights add up to no more than the
/// days. The weights solve the dual of the configuration relaxation of Mingozzi, Maniezzo, Ricciardelli & Bianco (1998)
/// over classes of equal load, by the simplex method; whatever rounding does, they are scaled down until every
/// configuration holds, so they are sound even where they are not optimal.
struct PackingWeights {
  /// What a weight of one is.
  static let one = 1_000_000
  /// Of each class, in millionths.
  private(set) var weights: [Int]

  /// - Parameters:
  ///   - loads: distinct positive loads, in rising order.
  ///   - demand: how much there is of each.
  ///   - atOnce: how many fit beside each other at most, whatever their loads.
  /// - Returns: `nil` where there are too many configurations to look at.
  init?(loads: [Int], demand: [Double], capacity: Int, atOnce: Int) {
    guard !loads.isEmpty, loads.count <= 10, atOnce <= 4 else { return nil }
    var configurations: [[Double]] = []
    var current = Array(repeating: 0, count: loads.count)
    func extend(from first: Int, room: Int, places: Int) {
      var isMaximal = true
      for index in first..<loads.count where loads[index] <= room && places > 0 {
        isMaximal = false
        current[index] += 1
        extend(from: index, room: room - loads[index], places: places - 1)
        current[index] -= 1
      }
      if isMaximal { configurations.append(current.map(Double.init)) }
    }
    extend(from: 0, room: capacity, places: atOnce)
    guard configurations.count <= 600 else { return nil }
    let solution = Self.maximized(demand, below: configurations)
    let heaviest = configurations.map { zip($0, solution).reduce(0) { $0 + $1.0 * $1.1 } }.max() ?? 1
    weights = solution.map { Int(($0 / max(1, heaviest) * Double(Self.one) - 1).rounded(.down)) }
    for index in weights.indices { weights[index] = max(0, weights[index]) }
  }

  /// Maximises `demand · w` subject to `rows · w ≤ 1`, `w ≥ 0`, by the simplex method with Bland's rule.
  private static func maximized(_ demand: [Double], below rows: [[Double]]) -> [Double] {
    let count = demand.count
    // Columns: the variables, then the right-hand side; basic variables are implied by `basis`.
    var table = rows.map { $0 + [1] }
    var goal = demand.map { -$0 } + [0]
    var basis = rows.indices.map { count + $0 }
    var names = Array(0..<count)
    for _ in 0..<200 {
      guard let column = (0..<count).filter({ goal[$0] < -1e-9 }).min(by: { names[$0] < names[$1] }) else { break }
      var pivot = -1
      var best = Double.infinity
      for row in table.indices where table[row][column] > 1e-9 {
        let ratio = table[row][count] / table[row][column]
        if ratio < best - 1e-12 || (ratio < best + 1e-12 && (pivot < 0 || basis[row] < basis[pivot])) {
          best = ratio
          pivot = row
        }
      }
      guard pivot >= 0 else { break }
      exchange(&table, &goal, pivot, column, count)
      swap(&basis[pivot], &names[column])
    }
    var solution = Array(repeating: 0.0, count: count)
    for (row, name) in basis.enumerated() where name < count { solution[name] = max(0, table[row][count]) }
    return solution
  }

  private static func exchange(
    _ table: inout [[Double]], _ goal: inout [Double], _ pivot: Int, _ column: Int, _ count: Int
  ) {
    let value = table[pivot][column]
    for index in 0...count where index != column { table[pivot][index] /= value }
    table[pivot][column] = 1 / value
    let row = table[pivot]
    func eliminate(_ line: inout [Double]) {
      let factor = line[column]
      guard factor != 0 else { return }
      for index in 0...count where index != column { line[index] -= factor * row[index] }
      line[column] = -factor / value
    }
    for index in table.indices where index != pivot { eliminate(&table[index]) }
    eliminate(&goal)
  }
}
