/// Text as a search sees it: without case, accents and width, in words.
public enum SearchText {
  /// The text without case, accents and the difference between full and half width.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for scalar in text.unicodeScalars { fold(scalar, into: &folded) }
    return folded
  }

  /// The words of a text, folded: runs of letters and digits, with the + or # at their end (`a+`, `c#`). A run of
  /// Chinese, Japanese or Korean script, which writes no spaces, gives its pairs of characters and its last character,
  /// so that whatever is asked for inside it is found.
  public static func words(_ text: String) -> [String] {
    var words: [String] = []
    for run in runs(folded(text)) {
      if run.isIdeographic { words += pairs(run.text, endsAlone: true) } else { words.append(run.text) }
    }
    return words
  }

  /// The words that a query asks for: as above, but of a run without spaces its pairs alone.
  public static func asked(_ text: String) -> [String] {
    var words: [String] = []
    for run in runs(folded(text)) {
      if run.isIdeographic { words += pairs(run.text, endsAlone: false) } else { words.append(run.text) }
    }
    return words
  }

  /// Words written with a hyphen, slash, point or apostrophe between them, as one: `AZ-900` is found as `az900` too.
  public static func joined(_ text: String) -> [String] {
    folded(text).split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," || $0 == ":" }.compactMap { chunk in
      let parts = chunk.split { !$0.isInWord }
      return parts.count > 1 && parts.count < 4 ? parts.joined() : nil
    }
  }

  // MARK: Runs

  private struct Run {
    var text: String
    var isIdeographic: Bool
  }

  private static func runs(_ folded: String) -> [Run] {
    var runs: [Run] = []
    var current = Run(text: "", isIdeographic: false)
    func end() {
      if !current.text.isEmpty { runs.append(current) }
      current.text = ""
    }
    for character in folded {
      let isLetter = character.isInWord
      guard isLetter || ((character == "+" || character == "#") && !current.text.isEmpty) else {
        end()
        continue
      }
      let isIdeographic = character.unicodeScalars.first.map(isIdeographic) ?? false
      if isIdeographic != current.isIdeographic { end() }
      current.isIdeographic = isIdeographic
      current.text.append(character)
    }
    end()
    return runs
  }

  private static func pairs(_ run: String, endsAlone: Bool) -> [String] {
    let characters = Array(run)
    guard characters.count > 1 else { return [run] }
    var pairs = zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
    if endsAlone, let last = characters.last { pairs.append(String(last)) }
    return pairs
  }

  /// Han, Hiragana, Katakana, Hangul.
  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  // MARK: Folding

  private static func fold(_ scalar: Unicode.Scalar, into text: inout String) {
    switch scalar.value {
    case 0..<0x80: text += scalar.properties.lowercaseMapping
    // Full width, and the marks that combine with Latin, Greek and Cyrillic letters.
    case 0xFF01...0xFF5E:
      if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { text += narrow.properties.lowercaseMapping }
    case 0x0300...0x036F: break
    case 0x00C0...0x024F, 0x1E00...0x1EFF: text += plainLatin(scalar)
    default:
      let lowered = scalar.properties.lowercaseMapping
      text += greek[lowered] ?? lowered
    }
  }

  /// The letter that its name tells before `WITH`: `LATIN SMALL LETTER O WITH STROKE` is an o.
  private static func plainLatin(_ scalar: Unicode.Scalar) -> String {
    let lowered = scalar.properties.lowercaseMapping
    if let spelled = spelled[lowered] { return spelled }
    let name = scalar.properties.name ?? ""
    for prefix in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(prefix) {
      let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
      if letter.count == 1 { return letter.lowercased() }
    }
    return lowered
  }

  private static let spelled = ["ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ĳ": "ij"]
  private static let greek = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ς": "σ", "ё": "е",
  ]
}

extension Character {
  /// True for letters and digits of any script; of ASCII, where nearly all are, told without asking Unicode.
  var isInWord: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return false
    }
  }
}
