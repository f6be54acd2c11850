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
  static func kind(_ kind: LibraryEntry.Kind) -> String { "!\(kind.rawValue)" }

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

  init(text: String) {
    // By bytes: neither a space nor a line's end is ever part of another character.
    let bytes = Array(text.utf8)
    func words(_ line: ArraySlice<UInt8>) -> [String] {
      line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    title = lines.first.map(words) ?? []
    id = lines.count > 1 ? words(lines[1]) : []
    foldedID = lines.count > 2 ? String(decoding: lines[2], as: UTF8.self) : ""
    others = []
    for (place, line) in zip(LibraryWord.Place.allCases, lines.dropFirst(3)) where !line.isEmpty {
      others += words(line).map { LibraryWord($0, place) }
    }
  }

  var naming: Naming { Naming(title: title, id: id, foldedID: foldedID) }
}
