/// The inner loop of `PriceBound`: a linear program in flat memory, and steps towards its solution.
///
///     least Σ weight · x   with   Σ child weights · x ≥ need · x(owner)  for every row,   0 ≤ x ≤ 1
///
/// A row is a gate that somebody may ask for; its owner is the activity that does, or the gate it is a part of, or nobody:
/// then it must hold in any case. For any prices u ≥ 0 of the rows
///
///     D(u) = Σ ownerless need · u + Σ columns min(0, reduced cost)
///
/// is no more than the program's least value. The steps are the primal-dual method of Chambolle & Pock (2011) with their
/// diagonal scaling (Pock & Chambolle 2011), averages and restarts (Applegate et al. 2021, PDLP). Laid out anew for each
/// search node, so that only what is still open is looked at, dozens of times over.
final class PriceMarket {
  /// Columns: activities and shared gates, then gates that are parts of others.
  let weight: UnsafeMutablePointer<Double>
  /// What taking a column would add to the bound (positive), or leaving it would (negative), at the prices last asked.
  let reducedCost: UnsafeMutablePointer<Double>
  /// How far the steps take each column.
  let share: UnsafeMutablePointer<Double>
  /// The price of each row for one unit of its need.
  let price: UnsafeMutablePointer<Double>

  private let ahead: UnsafeMutablePointer<Double>
  private let columnStep: UnsafeMutablePointer<Double>
  private let shareSum: UnsafeMutablePointer<Double>
  private var columns: [Int] = []

  private let rowFirst: UnsafeMutablePointer<Int>
  private let rowNeed: UnsafeMutablePointer<Double>
  private let rowOwner: UnsafeMutablePointer<Int>
  private let rowStep: UnsafeMutablePointer<Double>
  private let priceSum: UnsafeMutablePointer<Double>
  private let bestPrice: UnsafeMutablePointer<Double>
  /// Of each row, the gate it stands for.
  private(set) var rowGate: [Int] = []
  private let childColumn: UnsafeMutablePointer<Int>
  private let childWeight: UnsafeMutablePointer<Double>
  private var childCount = 0
  private var rowCount: Int { rowGate.count }

  /// What the last value asked for is a sum of, without signs: what its rounding is measured by.
  private(set) var magnitude = 0.0

  init(columns: Int, rows: Int, children: Int) {
    func zeros<Number: Numeric>(_ count: Int) -> UnsafeMutablePointer<Number> {
      let memory = UnsafeMutablePointer<Number>.allocate(capacity: count + 1)
      memory.initialize(repeating: 0, count: count + 1)
      return memory
    }
    weight = zeros(columns)
    reducedCost = zeros(columns)
    share = zeros(columns)
    ahead = zeros(columns)
    columnStep = zeros(columns)
    shareSum = zeros(columns)
    price = zeros(rows)
    rowFirst = zeros(rows + 1)
    rowNeed = zeros(rows)
    rowOwner = zeros(rows)
    rowStep = zeros(rows)
    priceSum = zeros(rows)
    bestPrice = zeros(rows)
    childColumn = zeros(children)
    childWeight = zeros(children)
  }

  deinit {
    for memory in [
      weight, reducedCost, share, ahead, columnStep, shareSum, price, rowNeed, rowStep, priceSum, bestPrice,
      childWeight,
    ] { memory.deallocate() }
    for memory in [rowFirst, rowOwner, childColumn] { memory.deallocate() }
  }

  // MARK: Layout

  func removeAll() {
    for column in columns { columnStep[column] = 0 }
    columns.removeAll(keepingCapacity: true)
    rowGate.removeAll(keepingCapacity: true)
    childCount = 0
  }

  func addColumn(_ column: Int) { columns.append(column) }

  /// Begins a row; its children and `endRow` follow.
  ///
  /// - Parameter owner: the column that asks for it, or -1 where it must hold in any case.
  func beginRow(gate: Int, owner: Int, need: Int) {
    let row = rowCount
    rowGate.append(gate)
    rowFirst[row] = childCount
    rowNeed[row] = Double(need)
    rowOwner[row] = owner
    rowStep[row] = owner >= 0 ? Double(need) : 0
    if owner >= 0 { columnStep[owner] += Double(need) }
  }

  /// More than the need of the row is worth no more than the need.
  func addChild(_ column: Int, weight: Int) {
    let row = rowCount - 1
    let weight = min(Double(weight), rowNeed[row])
    childColumn[childCount] = column
    childWeight[childCount] = weight
    childCount += 1
    rowStep[row] += weight
    columnStep[column] += weight
  }

  func endRow() {
    let row = rowCount - 1
    rowFirst[row + 1] = childCount
    rowStep[row] = rowStep[row] > 0 ? 1 / rowStep[row] : 0
  }

  func finishLayout() {
    for column in columns { columnStep[column] = columnStep[column] > 0 ? 1 / columnStep[column] : 0 }
  }

  // MARK: Value

  /// D at the prices; leaves the reduced costs.
  func value(at price: UnsafeMutablePointer<Double>) -> Double {
    for column in columns { reducedCost[column] = weight[column] }
    var value = 0.0
    var size = 0.0
    for row in 0..<rowCount {
      let unit = price[row]
      let paid = rowNeed[row] * unit
      let owner = rowOwner[row]
      if owner < 0 {
        value += paid
      } else {
        reducedCost[owner] += paid
      }
      size += paid
      if unit == 0 { continue }
      for child in rowFirst[row]..<rowFirst[row + 1] { reducedCost[childColumn[child]] -= childWeight[child] * unit }
    }
    for column in columns where reducedCost[column] < 0 { value += reducedCost[column] }
    // Every term above is part of a price paid or of a weight.
    magnitude = 2 * size
    return value
  }

  // MARK: Steps

  /// Goes on from the shares and prices as they are; leaves the best prices met, with their reduced costs.
  ///
  /// - Parameters:
  ///   - target: a value above it is enough.
  ///   - scale: how fast prices move as against shares.
  /// - Returns: D at the prices left.
  func ascend(steps: Int, target: Double, scale: Double, shouldStop: () -> Bool) -> Double {
    var best = value(at: price)
    if steps == 0 || best > target || rowCount == 0 || shouldStop() { return best }
    bestPrice.update(from: price, count: rowCount)
    var averaged = 0
    beginAverage()
    for step in 1...steps {
      takeStep(scale)
      averaged += 1
      let reached = value(at: price)
      if reached > best {
        best = reached
        bestPrice.update(from: price, count: rowCount)
        if best > target { break }
      }
      if step % PriceMarket.stepsToAverage == 0 {
        if shouldStop() { break }
        var current = gap(share, reached, scale)
        if averaged > 1 {
          let part = 1 / Double(averaged)
          for row in 0..<rowCount { priceSum[row] *= part }
          for column in columns { shareSum[column] *= part }
          let average = value(at: priceSum)
          if average > best {
            best = average
            bestPrice.update(from: priceSum, count: rowCount)
          }
          let other = gap(shareSum, average, scale)
          if other < current {
            current = other
            price.update(from: priceSum, count: rowCount)
            for column in columns { share[column] = shareSum[column] }
          }
          if best > target || current <= 1e-5 * abs(best) { break }
          _ = value(at: price)
        }
        averaged = 0
        beginAverage()
      }
    }
    price.update(from: bestPrice, count: rowCount)
    return value(at: price)
  }

  private static let stepsToAverage = 20

  private func beginAverage() {
    for row in 0..<rowCount { priceSum[row] = 0 }
    for column in columns { shareSum[column] = 0 }
  }

  /// From reduced costs that belong to the prices.
  private func takeStep(_ scale: Double) {
    let perScale = 1 / scale
    for column in columns {
      let before = share[column]
      let after = min(1, max(0, before - columnStep[column] * perScale * reducedCost[column]))
      share[column] = after
      ahead[column] = 2 * after - before
      shareSum[column] += after
    }
    for row in 0..<rowCount {
      let owner = rowOwner[row]
      var missing = owner < 0 ? rowNeed[row] : rowNeed[row] * ahead[owner]
      for child in rowFirst[row]..<rowFirst[row + 1] { missing -= childWeight[child] * ahead[childColumn[child]] }
      let next = max(0, price[row] + rowStep[row] * scale * missing)
      price[row] = next
      priceSum[row] += next
    }
  }

  /// How far shares and a value are apart: what the shares cost, what they miss at the scale, less the value.
  private func gap(_ share: UnsafeMutablePointer<Double>, _ value: Double, _ scale: Double) -> Double {
    var total = 0.0
    for column in columns { total += weight[column] * share[column] }
    for row in 0..<rowCount {
      let owner = rowOwner[row]
      var missing = owner < 0 ? rowNeed[row] : rowNeed[row] * share[owner]
      for child in rowFirst[row]..<rowFirst[row + 1] { missing -= childWeight[child] * share[childColumn[child]] }
      if missing > 0 { total += scale * missing }
    }
    return total - value
  }
}
