import Testing

@testable import Catalogs

@Suite("Parts that need items of their own")
struct DistinctPartsTests {
  typealias Part = DistinctParts<Int>.Part

  /// Every way to give each item to one part or to none, tried.
  private func canBeMet(_ parts: [Part], _ items: [Int]) -> Bool {
    func deal(_ rest: ArraySlice<Int>, _ given: [[Int]]) -> Bool {
      guard let item = rest.first else { return parts.indices.allSatisfy { meets(parts[$0], given[$0]) } }
      if deal(rest.dropFirst(), given) { return true }
      return parts.indices.contains { part in
        var dealt = given
        dealt[part].append(item)
        return deal(rest.dropFirst(), dealt)
      }
    }
    return deal(items[...], parts.map { _ in [] })
  }

  private func meets(_ part: Part, _ items: [Int]) -> Bool {
    switch part {
    case .always: return true
    case .never: return false
    case .items(let need, let entries):
      return entries.filter { items.contains($0.item) }.reduce(0) { $0 + $1.weight } >= need
    case .atLeast(let need, let parts): return parts.count { meets($0, items) } >= need
    case .distinct(let parts): return canBeMet(parts, items)
    }
  }

  private struct Draw {
    var state: UInt64

    mutating func number(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func part(_ items: Int, depth: Int) -> Part {
      switch number(depth == 0 ? 3 : 6) {
      case 0: return .items(need: 1 + number(4), entries(items) { 1 + $0.number(3) })
      case 1, 2: return .items(need: 1, entries(items) { _ in 1 })
      case 3: return .distinct(parts(items, depth: depth - 1))
      case 4: return number(8) == 0 ? .never : number(8) == 0 ? .always : part(items, depth: 0)
      default: return .atLeast(number(3), of: parts(items, depth: depth - 1))
      }
    }

    /// One item is enough.
    mutating func simplePart(_ items: Int) -> Part { .items(need: 1, entries(items) { _ in 1 }) }

    mutating func parts(_ items: Int, depth: Int) -> [Part] {
      var parts: [Part] = []
      for _ in 0..<(1 + number(3)) { parts.append(part(items, depth: depth)) }
      return parts
    }

    private mutating func entries(_ items: Int, _ weight: (inout Draw) -> Int) -> [DistinctParts<Int>.Entry] {
      var entries: [DistinctParts<Int>.Entry] = []
      for item in 0..<items where number(2) == 0 {
        entries.append(.init(item: item, weight: weight(&self), leaf: item))
      }
      return entries
    }
  }

  @Test("what trying every deal says, on three thousand random requirements")
  func everyDeal() {
    var met = 0
    var fewer = 0
    for seed in UInt64(1)...3000 {
      var draw = Draw(state: seed)
      let count = 1 + draw.number(5)
      let parts = draw.parts(count, depth: 2)
      let held = (0..<count).filter { _ in draw.number(4) > 0 }
      let distinct = DistinctParts(parts)
      let expected = canBeMet(parts, held)
      #expect(distinct.canBeMet { held.contains($0) } == expected, "seed \(seed)")
      if expected {
        met += 1
        #expect(distinct.fewestItems <= held.count, "seed \(seed)")
      } else if parts.allSatisfy({ meets($0, held) }) {
        fewer += 1
      }
    }
    #expect(met > 900 && fewer > 150, "\(met) met, \(fewer) met alone but not together")
  }

  @Test("what can be met gives every few competing parts enough between them; with one item a part, and only then")
  func competing() {
    var (short, met) = (0, 0)
    for seed in UInt64(1)...1500 {
      var draw = Draw(state: seed)
      let count = 2 + draw.number(5)
      let isSimple = seed % 2 == 0
      let parts =
        isSimple
        ? (0..<(2 + draw.number(5))).map { _ in draw.simplePart(count) } : draw.parts(count, depth: 2)
      let held = Set((0..<count).filter { _ in draw.number(4) > 0 })
      let whole = DistinctParts(parts)
      let hasEnough = (whole.competing + [whole]).allSatisfy { group in
        Set(group.entries.map(\.item)).intersection(held).count >= group.fewestItems
      }
      let isEachMet = parts.allSatisfy { meets($0, Array(held)) }
      let isMet = whole.canBeMet { held.contains($0) }
      if isMet { #expect(hasEnough, "seed \(seed)") }
      // Hall's theorem: then nothing else can be missing.
      if isSimple { #expect(isMet == (hasEnough && isEachMet), "seed \(seed)") }
      if isMet { met += 1 } else if isEachMet { short += 1 }
    }
    #expect(met > 300 && short > 100, "\(met) met, \(short) met alone but not together")
  }

  @Test("credits of many equal courses, shared between two parts that ask for one too many, are refused at once")
  func alike() {
    let courses = (0..<60).map { DistinctParts<Int>.Entry(item: $0, weight: 300, leaf: $0) }
    let parts: [Part] = [.items(need: 9000, courses), .items(need: 9001, courses)]
    #expect(!DistinctParts(parts).canBeMet { _ in true })
    #expect(DistinctParts([parts[0], parts[0]]).canBeMet { _ in true })
  }
}
