import Library

/// The tokens of an entry in the full-text index: besides its words those that let a search begin with the best.
///
/// Words begin with a letter or a digit, so a sign in front keeps each kind apart.
enum IndexTokens {
  /// A word of the title, an abbreviation or the id.
  static func naming(_ word: String) -> String { "=" + word }
  /// The first word of the title.
  static func first(_ word: String) -> String { "^" + word }
  /// How many words the title has.
  static func length(_ count: Int) -> String { "%\(count)" }
  /// A value of a facet, by its number.
  static func facet(_ number: Int) -> String { "$\(number)" }
  /// A band of a figure.
  static func band(_ figure: String, _ number: Int) -> String { "@\(figure)\(number)" }
  static func kind(_ kind: LibraryEntry.Kind) -> String { "!\(kind.rawValue)" }

  /// A query that everything answers.
  static let everything = either(LibraryEntry.Kind.allCases.map(kind))

  static func text(of words: EntryWords, kind: LibraryEntry.Kind, facets: [Int]) -> String {
    var tokens = Set(words.all.map(\.text))
    for word in words.all where word.place.isNaming { tokens.insert(naming(word.text)) }
    if let first = words.title.first { tokens.insert(IndexTokens.first(first)) }
    tokens.insert(length(words.title.count))
    tokens.insert(IndexTokens.kind(kind))
    for number in facets { tokens.insert(facet(number)) }
    return tokens.joined(separator: " ")
  }

  /// A query for one token; no token holds a quotation mark.
  static func exactly(_ token: String) -> String { "\"\(token)\"" }
  static func beginning(_ token: String) -> String { "\"\(token)\" *" }
  static func either(_ tokens: [String]) -> String { "(" + tokens.map(exactly).joined(separator: " OR ") + ")" }
}

extension LibraryWord.Place {
  var isNaming: Bool { self == .title || self == .abbreviation || self == .id }
}

/// What an entry is called and the words it is found by, as one text of lines: the words of its title and of its id, its
/// folded id, then a line of further words for each place.
struct EntryWords {
  var title: [String]
  var id: [String]
  var foldedID: String
  var others: [LibraryWord]

  init(_ entry: LibraryEntry, _ words: [LibraryWord]) {
    let naming = Naming(entry)
    title = naming.title
    id = naming.id
    foldedID = naming.foldedID
    let known = Set(title.map { LibraryWord($0, .title) } + id.map { LibraryWord($0, .id) })
    others = Set(words).subtracting(known).sorted { ($0.place.rawValue, $0.text) < ($1.place.rawValue, $1.text) }
  }

  var all: [LibraryWord] { title.map { LibraryWord($0, .title) } + id.map { LibraryWord($0, .id) } + others }

  var text: String {
    var lines = [title.joined(separator: " "), id.joined(separator: " "), foldedID]
    for place in LibraryWord.Place.allCases {
      lines.append(others.filter { $0.place == place }.map(\.text).joined(separator: " "))
    }
    return lines.joined(separator: "\n")
  }

  init(text: [UInt8]) {
    let naming = EntryWords.naming(text)
    title = naming.title
    id = naming.id
    foldedID = naming.foldedID
    var words: [LibraryWord] = []
    EntryWords.each(text) { words.append(LibraryWord(String(decoding: $0, as: UTF8.self), $1)) }
    others = Array(words.dropFirst(title.count + id.count))
  }
}

extension EntryWords {
  // Of a text as bytes, of which a thousand are looked into for a letter typed: neither a space nor a line's end is ever
  // part of another character.

  /// What the entry is called.
  static func naming(_ text: [UInt8]) -> Naming {
    let lines = text.split(separator: lineEnd, maxSplits: 3, omittingEmptySubsequences: false)
    func words(_ line: Int) -> [String] {
      guard lines.indices.contains(line) else { return [] }
      return lines[line].split(separator: space).map { String(decoding: $0, as: UTF8.self) }
    }
    return Naming(
      title: words(0), id: words(1), foldedID: lines.count > 2 ? String(decoding: lines[2], as: UTF8.self) : "")
  }

  /// Every word with where it stands.
  static func each(_ text: [UInt8], _ body: (UnsafeRawBufferPointer, LibraryWord.Place) -> Void) {
    text.withUnsafeBytes { text in
      var (line, start) = (0, 0)
      for end in 0...text.count {
        let isLineEnd = end == text.count || text[end] == lineEnd
        guard isLineEnd || text[end] == space else { continue }
        if start < end, let place = place(ofLine: line) {
          body(UnsafeRawBufferPointer(rebasing: text[start..<end]), place)
        }
        start = end + 1
        if isLineEnd { line += 1 }
      }
    }
  }

  /// `nil` for the folded id, which is no word.
  private static func place(ofLine line: Int) -> LibraryWord.Place? {
    switch line {
    case 0: .title
    case 1: .id
    case 3...: LibraryWord.Place(rawValue: line - 3)
    default: nil
    }
  }

  private static let space = UInt8(ascii: " ")
  private static let lineEnd = UInt8(ascii: "\n")
}
