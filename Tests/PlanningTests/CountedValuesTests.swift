import Testing

@testable import Planning

@Suite("Values with how many there are")
struct CountedValuesTests {
  @Test("each place has the value that it has where all are written out")
  func places() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let items = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (value: Int.random(in: -5...9, using: &random), count: Int.random(in: 0...4, using: &random))
      }
      let all = items.flatMap { Array(repeating: $0.value, count: $0.count) }.sorted()
      let counted = CountedValues(items)
      #expect(counted.count == all.count && all.indices.allSatisfy { counted[$0] == all[$0] })
    }
  }
}
