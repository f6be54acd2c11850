/// All words there are, to be looked up by their beginning or by what somebody mistyped.
public struct Vocabulary: Sendable {
  /// Sorted by their bytes.
  public let words: [String]
  private let letters: [UInt32]
  private let starts: [Int]
  /// One bit for each letter modulo 32: most words can be ruled out by it alone.
  private let masks: [UInt32]

  public init(_ words: some Sequence<String>) {
    self.init(sorted: Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// What `text` gives.
  public init(text: some Sequence<UInt8>) {
    self.init(
      sorted: Array(text).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
  }

  /// All words, a line each, to be read back at once.
  public var text: String { words.joined(separator: "\n") }

  private init(sorted: [String]) {
    var letters: [UInt32] = []
    var starts = [0]
    var masks: [UInt32] = []
    for word in sorted {
      let own = word.unicodeScalars.map(\.value)
      letters += own
      starts.append(letters.count)
      masks.append(Vocabulary.mask(own))
    }
    self.words = sorted
    self.letters = letters
    self.starts = starts
    self.masks = masks
  }

  /// The places of all words that begin so.
  public func places(beginningWith prefix: String) -> Range<Int> {
    let first = partition { $0.utf8.lexicographicallyPrecedes(prefix.utf8) }
    let end = partition { $0.utf8.lexicographicallyPrecedes(prefix.utf8) || $0.utf8.starts(with: prefix.utf8) }
    return first..<end
  }

  /// A word somebody may have meant.
  public struct Guess: Hashable, Sendable {
    public var place: Int
    public var edits: Int
    /// Only the beginning of the word is near.
    public var isBeginning: Bool
  }

  /// The edits that are forgiven in a word: one, and two where it is long. Numbers are meant as they are written.
  public static func forgiven(_ word: String) -> Int {
    if word.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) { return 0 }
    return switch word.unicodeScalars.count {
    case ..<4: 0
    case ..<8: 1
    default: 2
    }
  }

  /// Words, or beginnings of words, at most as many edits away as are forgiven; an edit is a letter too many, too few,
  /// another one, or two that changed places. What is spelled right isn't among them.
  public func near(_ word: String) -> [Guess] {
    let edits = Vocabulary.forgiven(word)
    guard edits > 0 else { return [] }
    let asked = word.unicodeScalars.map(\.value)
    let mask = Vocabulary.mask(asked)
    var distance = EditDistance(asked, most: edits)
    var guesses: [Guess] = []
    for place in words.indices {
      let length = starts[place + 1] - starts[place]
      guard length >= asked.count - edits, (mask & ~masks[place]).nonzeroBitCount <= edits else { continue }
      guard let (whole, beginning) = distance.of(letters[starts[place]..<starts[place + 1]]) else { continue }
      let best = min(whole, beginning)
      if best > 0 { guesses.append(Guess(place: place, edits: best, isBeginning: beginning < whole)) }
    }
    return guesses
  }

  private func partition(_ isBefore: (String) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func mask(_ letters: [UInt32]) -> UInt32 { letters.reduce(0) { $0 | 1 << ($1 % 32) } }
}
