import Testing

@testable import Display

@Suite("Frames")
struct FrameTests {
  @Test("a pane is a border with its labels, and what is in it is cut at the border")
  func pane() {
    var frame = Frame(size: Size(width: 30, height: 5))
    let inside = frame.box(
      frame.bounds, labels: BoxLabels(title: "1 Frontier", note: "proven", footer: "12 of 30"), focused: true)
    frame.write("a name that is far too long for it", in: inside.row(0), role: .selection)
    frame.write("1,006", in: inside.row(1), align: .right, role: .money)
    frame.write("日本", in: inside.row(2), align: .center)
    #expect(
      frame.text == """
        ┏━ 1 Frontier ━━━━━━ proven ━┓
        ┃a name that is far too long…┃
        ┃                       1,006┃
        ┃            日本            ┃
        ┗━━━━━━━━━━━━━━━━━ 12 of 30 ━┛
        """)
    #expect(
      frame.roles == """
        BBFFFFFFFFFFFFBBBBBBddddddddBB
        BSSSSSSSSSSSSSSSSSSSSSSSSSSSSB
        B.......................mmmmmB
        B............................B
        BBBBBBBBBBBBBBBBBBddddddddddBB
        """)
  }

  @Test("labels give way where there is no room for them")
  func narrowPane() {
    for (width, top) in [(16, "┌─ 1 Frontier ─┐"), (15, "┌─ 1 Fronti… ─┐"), (7, "┌─ … ─┐"), (6, "┌────┐"), (2, "┌┐")] {
      var frame = Frame(size: Size(width: width, height: 2))
      frame.box(frame.bounds, labels: BoxLabels(title: "1 Frontier", note: "proven"))
      #expect(frame.lines.first == top)
    }
  }

  @Test("in ASCII nothing above 0x7F is shown, and everything stays in its column")
  func ascii() {
    let text = "Übung “façade” ≥ 5 € — Straße… 日本 é 👨‍👩‍👧 Đặng ½"
    var plain = Frame(size: Size(width: 60, height: 4), glyphs: .ascii)
    plain.box(plain.bounds, labels: BoxLabels(title: text))
    plain.write(text, x: 1, y: 1)
    plain.write(text, x: 1, y: 2, width: 12)
    #expect(plain.text.utf8.allSatisfy { $0 < 0x80 })
    #expect(plain.lines.allSatisfy { $0.count == 60 })
    #expect(plain.lines[1].hasPrefix("|Ubung \"facade\" > 5 E - Strase~ ???? e ?? Dang ?"))
    #expect(plain.lines[2].hasPrefix("|Ubung \"faca~ "))
  }

  @Test("every mark has a twin in ASCII, and both take one column")
  func twins() {
    for glyphs in [Glyphs.unicode, .ascii] {
      let marks = Mirror(reflecting: glyphs).children.compactMap { $0.value as? String } + glyphs.eighths
      #expect(marks.count > 20)
      #expect(marks.allSatisfy { DisplayWidth.of($0) == 1 })
      if glyphs.isASCII { #expect(marks.joined().utf8.allSatisfy { $0 < 0x80 }) }
      for dots in UInt8.min...UInt8.max { #expect(DisplayWidth.of(glyphs.braille(dots)) == 1) }
    }
    #expect(Glyphs.unicode.braille(0b0000_0001) == "⠁")
    #expect(Glyphs.unicode.braille(0b1000_0010) == "⢈")
    #expect(Glyphs.unicode.braille(0xFF) == "⣿")
  }

  @Test("half of a wide character is never left standing")
  func halves() {
    var frame = Frame(size: Size(width: 6, height: 1))
    frame.write("日本語", x: 0, y: 0)
    frame.write("x", x: 1, y: 0)
    frame.write("y", x: 4, y: 0)
    #expect(frame.lines == [" x本y "])
    frame.write("語", x: 5, y: 0)
    #expect(frame.lines == [" x本y…"])
  }

  @Test("nothing outside the clip is touched, and every row keeps its width, whatever is drawn where")
  func clipping() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let size = Size(width: .random(in: 0...24, using: &random), height: .random(in: 0...8, using: &random))
      let glyphs = round.isMultiple(of: 2) ? Glyphs.unicode : .ascii
      var frame = Frame(size: size, glyphs: glyphs)
      frame.fill(frame.bounds, with: "x", role: .grid)
      let clip = randomRect(using: &random)
      frame.clipped(to: clip) { frame in
        for _ in 0..<5 { drawAnything(on: &frame, using: &random) }
      }
      #expect(frame.lines.allSatisfy { DisplayWidth.of($0) == size.width })
      for y in 0..<size.height {
        for x in 0..<size.width where !clip.contains(Point(x: x, y: y)) {
          #expect(frame.cell(x: x, y: y) == Cell(text: "x", width: 1, role: .grid))
        }
      }
      if glyphs.isASCII { #expect(frame.text.utf8.allSatisfy { $0 < 0x80 }) }
    }
  }

  @Test("every primitive is harmless at every size down to nothing")
  func smallest() {
    var random = SeededGenerator(seed: 3)
    for width in 0...12 {
      for height in 0...4 {
        var frame = Frame(size: Size(width: width, height: height))
        for _ in 0..<40 { drawAnything(on: &frame, using: &random) }
        #expect(frame.lines.count == height)
        #expect(frame.lines.allSatisfy { DisplayWidth.of($0) == width })
      }
    }
  }

  private func randomRect(using random: inout SeededGenerator) -> Rect {
    Rect(
      x: .random(in: -4...26, using: &random), y: .random(in: -3...9, using: &random),
      width: .random(in: 0...20, using: &random), height: .random(in: 0...8, using: &random))
  }

  private func drawAnything(on frame: inout Frame, using random: inout SeededGenerator) {
    let rect = randomRect(using: &random)
    let text = RandomText.make(using: &random)
    let role = Role.allCases.randomElement(using: &random) ?? .plain
    switch Int.random(in: 0...6, using: &random) {
    case 0: frame.write(text, x: rect.x, y: rect.y, width: rect.width, role: role)
    case 1: frame.write(text, in: rect, align: .right, role: role)
    case 2: frame.write(text, in: rect, align: .center, role: role)
    case 3: frame.fill(rect, with: text, role: role)
    case 4: frame.box(rect, labels: BoxLabels(title: text, note: text, footer: text), focused: rect.x > 3)
    case 5: frame.paint(rect, role: role)
    default:
      frame.horizontalLine(x: rect.x, y: rect.y, width: rect.width)
      frame.verticalLine(x: rect.x, y: rect.y, height: rect.height)
    }
  }
}
