extension DisplayWidth {
  /// The text in lines of at most `width` columns, broken between words, and inside a word only where it is longer than
  /// a line. Line feeds in the text begin new lines; a width of 0 gives no lines.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      wrappedParagraph(String(paragraph), to: width)
    }
  }

  private static func wrappedParagraph(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in sanitized(text).split(separator: " ") {
      for part in parts(of: String(word), to: width) {
        let partWidth = of(part)
        if !line.isEmpty, lineWidth + 1 + partWidth > width {
          lines.append(line)
          line = ""
        }
        lineWidth = line.isEmpty ? partWidth : lineWidth + 1 + partWidth
        line += line.isEmpty ? part : " " + part
      }
    }
    return lines + [line]
  }

  /// A word as it is, or cut where it is longer than a line. A character wider than the line is left out.
  private static func parts(of word: String, to width: Int) -> [String] {
    guard of(word) > width else { return [word] }
    var parts: [String] = []
    var part = ""
    var room = width
    for piece in pieces(of: word) where piece.width <= width {
      if piece.width > room {
        parts.append(part)
        part = ""
        room = width
      }
      part += piece.text
      room -= piece.width
    }
    return part.isEmpty ? parts : parts + [part]
  }
}
