import Testing

@testable import Display

@Suite("Rectangles and keys")
struct RectTests {
  @Test("split parts cover the whole, without overlap, however little there is")
  func splits() {
    for width in 0...40 {
      let whole = Rect(x: 3, y: 2, width: width, height: 7)
      let parts = whole.columns(weights: [3, 5, 4])
      #expect(parts.map(\.width).reduce(0, +) == width)
      #expect(parts.map(\.x) == [3, parts[0].endX, parts[1].endX])
      let (left, rest) = whole.split(left: 10)
      #expect(left.width == min(10, width) && left.width + rest.width == width && rest.x == left.endX)
      let (before, right) = whole.split(right: 10)
      #expect(right.width == min(10, width) && before.width + right.width == width && right.x == before.endX)
    }
    #expect(Rect(x: 0, y: 0, width: 9, height: 10).rows(weights: [1, 2]).map(\.height) == [3, 7])
    #expect(Rect(x: 0, y: 0, width: 1, height: 1).inset(1).isEmpty)
    #expect(Rect(x: 0, y: 0, width: 5, height: 5).row(5).isEmpty)
  }

  @Test("a key's name leads back to the key")
  func keyNames() {
    let keys: [Key] = [
      .character("q"), .character("Q"), .character(" "), .character("é"), .up, .backTab, .pageDown, .control("l"),
      .function(5), .escape, .character("F"),
    ]
    for key in keys { #expect(Key(name: key.name) == key) }
    #expect(Key(name: "ctrl-L") == .control("l"))
    #expect(Key(name: "nonsense") == nil)
  }
}
