/// What stands for a character where nothing above 0x7F may be shown; as wide as the character.
enum ASCIITwin {
  static func of(_ piece: DisplayWidth.Piece) -> String {
    guard piece.text.utf8.contains(where: { $0 >= 0x80 }) else { return piece.text }
    guard let base = piece.text.first else { return " " }
    let twin =
      twins[base] ?? base.unicodeScalars.first.flatMap { scalar in scalar.isASCII ? String(scalar) : nil } ?? "?"
    return twin + String(repeating: "?", count: max(0, piece.width - twin.count))
  }

  /// By canonical equivalence: a letter with its marks, composed or not, is one key.
  private static let twins: [Character: String] = {
    var twins = symbols
    let letters =
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { $0 } + (UInt8(ascii: "a")...UInt8(ascii: "z")).map { $0 }
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}", "\u{309}", "\u{30A}",
      "\u{30B}", "\u{30C}", "\u{311}", "\u{31B}", "\u{323}", "\u{326}", "\u{327}", "\u{328}", "\u{331}",
    ]
    for letter in letters.map(Unicode.Scalar.init) {
      for mark in marks { twins[character(letter, mark)] = String(letter) }
      // Vietnamese stacks two.
      for first in marks { for second in marks { twins[character(letter, first, second)] = String(letter) } }
    }
    return twins
  }()

  private static func character(_ scalars: Unicode.Scalar...) -> Character {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Character(String(text))
  }

  private static let symbols: [Character: String] = [
    "ß": "s", "Æ": "A", "æ": "a", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d",
    "Þ": "T", "þ": "t", "Œ": "O", "œ": "o", "ı": "i", "Ħ": "H", "ħ": "h", "ŋ": "n", "ĸ": "k",
    "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "«": "<", "»": ">", "‹": "<", "›": ">",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "~", "·": "-", "•": "*",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "▸": ">", "▶": ">", "◀": "<", "▴": "^", "▾": "v",
    "≤": "<", "≥": ">", "≈": "~", "±": "+", "×": "x", "÷": "/", "°": "o", "²": "2", "³": "3", "¹": "1",
    "€": "E", "£": "L", "¥": "Y", "¢": "c", "©": "C", "®": "R", "™": "T", "§": "S", "¶": "P", "º": "o", "ª": "a",
    "✓": "+", "✔": "+", "✗": "x", "✘": "x", "◆": "*", "◇": "*", "●": "o", "○": "o", "◉": "@", "★": "*", "☆": "*",
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "━": "=", "┃": "#", "█": "#", "▓": "%", "▒": "%", "░": ":", "▌": "#", "▐": "#", "\u{FFFD}": "?",
    "¡": "!", "¿": "?", "¼": "?", "½": "?", "¾": "?", "µ": "u", "∞": "?",
  ]
}

extension DisplayWidth {
  /// The text with nothing above 0x7F in it, as wide as before.
  public static func ascii(_ text: String) -> String { pieces(of: text).map(ASCIITwin.of).joined() }
}
