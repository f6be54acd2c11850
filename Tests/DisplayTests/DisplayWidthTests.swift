import Testing

@testable import Display

@Suite("The width of text")
struct DisplayWidthTests {
  @Test(
    "text takes the columns that a terminal gives it",
    arguments: [
      ("", 0), ("plain text", 10), ("Zürich", 6), ("Zu\u{308}rich", 6), ("日本語", 6), ("한국어", 6), ("ｆｕｌｌ", 8),
      ("½ ≤ · …", 7), ("👍", 2), ("→", 1), ("█▌", 2), ("ที่นี่", 2), ("שלום", 4),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "what terminals disagree about is simplified until they agree",
    arguments: [
      ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("🇩🇪", "DE"), ("1️⃣", "1"), ("❤️", "❤"), ("\u{301}e", "e"),
      ("a\u{301}\u{302}\u{303}\u{304}\u{306}", "a\u{301}\u{302}\u{303}"),
    ])
  func simplified(text: String, shown: String) {
    // By scalars: equal strings may be written differently.
    #expect(Array(DisplayWidth.sanitized(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("no control character, escape or change of direction comes through")
  func sanitized() {
    let hostile =
      "a\u{1B}[31mred\u{9B}2J\r\n\tb\u{202E}abc\u{2066}\u{200B}\u{FEFF}\u{7F}\u{0}\u{85}\u{E0041}\u{AD}\u{F8FF}"
    let shown = DisplayWidth.sanitized(hostile)
    #expect(shown == "a\u{FFFD}[31mred\u{FFFD}2J   b" + "abc\u{FFFD}\u{FFFD} \u{FFFD}")
    #expect(DisplayWidth.of(hostile) == shown.unicodeScalars.count)
  }

  @Test("text that is cut ends in an ellipsis and never exceeds its width")
  func truncated() {
    #expect(DisplayWidth.truncated("Network technician", to: 10) == "Network t…")
    #expect(DisplayWidth.truncated("Network", to: 7) == "Network")
    #expect(DisplayWidth.truncated("日本語", to: 5) == "日本…")
    #expect(DisplayWidth.truncated("日本語", to: 4) == "日…")
    #expect(DisplayWidth.truncated("日本語", to: 1) == "…")
    #expect(DisplayWidth.truncated("日本語", to: 0) == "")
    #expect(DisplayWidth.padded("日本語", to: 4) == "日… ")
  }

  @Test("lines break between words, and inside one only where it is longer than a line")
  func wrapped() {
    #expect(DisplayWidth.wrapped("one two  three", to: 8) == ["one two", "three"])
    #expect(DisplayWidth.wrapped("internationalisation", to: 8) == ["internat", "ionalisa", "tion"])
    #expect(DisplayWidth.wrapped("a\n\nb", to: 8) == ["a", "", "b"])
    #expect(DisplayWidth.wrapped("日本語", to: 3) == ["日", "本", "語"])
    #expect(DisplayWidth.wrapped("日本語", to: 1) == [""])
    #expect(DisplayWidth.wrapped("text", to: 0) == [])
  }

  @Test("wrapped and cut text fits its width, whatever it is made of")
  func fits() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let text = RandomText.make(using: &random)
      let width = Int.random(in: 1...12, using: &random)
      #expect(DisplayWidth.wrapped(text, to: width).allSatisfy { DisplayWidth.of($0) <= width })
      #expect(DisplayWidth.of(DisplayWidth.truncated(text, to: width)) <= width)
      #expect(DisplayWidth.of(DisplayWidth.padded(text, to: width)) == width)
      #expect(DisplayWidth.sanitized(DisplayWidth.sanitized(text)) == DisplayWidth.sanitized(text))
    }
  }
}
