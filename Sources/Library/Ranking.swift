/// How good a find is. All figures are of one scale: a word of the title, spelled out, is worth 1000.
public enum Ranking {
  /// A word of a query found as a word of an entry.
  public enum Match: Hashable, Sendable {
    case exact
    /// The beginning of it: so many letters of so many.
    case beginning(Int, of: Int)
    case mistyped(edits: Int, isBeginning: Bool)

    /// Of ten.
    var quality: Int {
      switch self {
      case .exact: 10
      case .beginning(let typed, let length): 5 + 4 * typed / max(1, length)
      case .mistyped(let edits, let isBeginning): max(1, (isBeginning ? 4 : 5) - edits)
      }
    }
  }

  public static func worth(_ match: Match, at place: LibraryWord.Place) -> Int {
    // Half an abbreviation is hardly ever meant: every other word begins like one.
    if place == .abbreviation, match != .exact { return 100 * match.quality / 3 / 2 }
    return place.weight * match.quality
  }

  /// What is added for the entry as a whole: whether it is called just that or begins so, how much of its title was
  /// asked for, and what is asked for more often.
  ///
  /// - Parameter text: the query without case and accents.
  public static func bonus(_ words: [String], text: String, entry: LibraryEntry, naming: Naming) -> Int {
    var bonus = popularityBonus(entry.popularity)
    switch entry.kind {
    case .goal: bonus += 70
    case .credential: bonus += 30
    // Seldom looked for itself, mostly for those who teach it.
    case .skill: bonus -= 260
    }
    guard let last = words.last else { return bonus }
    let title = naming.title
    if title == words || naming.id == words || naming.foldedID == text {
      bonus += 600
    } else if title.starts(with: words) {
      bonus += 180
    } else if title.count >= words.count, title.starts(with: words.dropLast()), title[words.count - 1].hasPrefix(last) {
      bonus += 120
    }
    return bonus + 200 * min(words.count, title.count) / max(1, title.count)
  }

  /// Grows with the number of digits, so that what everybody asks for doesn't drown what was asked for.
  static func popularityBonus(_ popularity: Int) -> Int {
    min(90, 12 * (Int.bitWidth - popularity.leadingZeroBitCount))
  }
}
