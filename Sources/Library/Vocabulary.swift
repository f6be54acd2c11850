/// All words there are, to be looked up by their beginning or by what somebody mistyped.
public struct Vocabulary: Sendable {
  /// All words, a line each, sorted by their bytes; to be read back at once.
  public let text: [UInt8]
  /// Where each begins in the text, and one more.
  private var lines: [Int] = [0]
  /// Unicode scalars of all words, and where each begins.
  private var letters: [UInt32] = []
  private var starts: [Int] = [0]
  /// One bit for each letter modulo 32: most words can be ruled out by it alone.
  private var masks: [UInt32] = []

  public init(_ words: some Sequence<String>) {
    let sorted = Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.init(text: sorted.flatMap { Array($0.utf8) + [Vocabulary.lineEnd] })
  }

  /// - Parameter text: as `text` gives it.
  public init(text: [UInt8]) {
    self.text = text
    letters.reserveCapacity(text.count)
    var start = 0
    for end in text.indices where text[end] == Vocabulary.lineEnd {
      note(text[start..<end])
      start = end + 1
    }
  }

  private mutating func note(_ word: ArraySlice<UInt8>) {
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word { letters.append(UInt32(byte)) }
    } else {
      letters += String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }
    lines.append(word.endIndex + 1)
    masks.append(Vocabulary.mask(letters[(starts.last ?? 0)...]))
    starts.append(letters.count)
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// How many words there are; each is named by its place.
  public var count: Int { masks.count }

  public func word(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

  /// In Unicode scalars.
  public func length(_ place: Int) -> Int { starts[place + 1] - starts[place] }

  private func bytes(_ place: Int) -> ArraySlice<UInt8> { text[lines[place]..<(lines[place + 1] - 1)] }

  /// The places of all words that begin so.
  public func places(beginningWith prefix: String) -> Range<Int> {
    let first = partition { $0.lexicographicallyPrecedes(prefix.utf8) }
    let end = partition { $0.lexicographicallyPrecedes(prefix.utf8) || $0.starts(with: prefix.utf8) }
    return first..<end
  }

  /// A word somebody may have meant.
  public struct Guess: Hashable, Sendable {
    public var place: Int
    public var edits: Int
    /// Only the beginning of the word is near.
    public var isBeginning: Bool
  }

  /// The edits that are forgiven in a word: one, and two where it is long. Numbers are meant as they are written. A word of
  /// three letters is one edit from dozens of others, so of those two that changed places are forgiven alone.
  public static func forgiven(_ word: String) -> Int {
    if word.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) { return 0 }
    return switch word.unicodeScalars.count {
    case ..<3: 0
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
    if asked.count == 3 { return swapped(asked) }
    let mask = Vocabulary.mask(asked)
    var distance = EditDistance(asked, most: edits)
    var guesses: [Guess] = []
    for place in masks.indices {
      guard length(place) >= asked.count - edits, (mask & ~masks[place]).nonzeroBitCount <= edits else { continue }
      guard let (whole, beginning) = distance.of(letters(place)) else { continue }
      let best = min(whole, beginning)
      if best > 0 { guesses.append(Guess(place: place, edits: best, isBeginning: beginning < whole)) }
    }
    return guesses
  }

  /// Whole words with two neighbours changed about.
  private func swapped(_ asked: [UInt32]) -> [Guess] {
    let others = (1..<asked.count).map { place in
      var other = asked
      other.swapAt(place - 1, place)
      return String(String.UnicodeScalarView(other.compactMap(Unicode.Scalar.init)))
    }
    return Set(others).compactMap { other in
      guard let place = places(beginningWith: other).first, length(place) == asked.count, letters(place) != asked[...]
      else { return nil }
      return Guess(place: place, edits: 1, isBeginning: false)
    }
  }

  private func letters(_ place: Int) -> ArraySlice<UInt32> { letters[starts[place]..<starts[place + 1]] }

  private func partition(_ isBefore: (ArraySlice<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(bytes(middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func mask(_ letters: some Sequence<UInt32>) -> UInt32 { letters.reduce(0) { $0 | 1 << ($1 % 32) } }
}
