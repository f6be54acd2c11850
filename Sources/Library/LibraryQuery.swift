/// What is looked for: words, what narrows them, and an order. All of it is combined freely.
public struct LibraryQuery: Hashable, Sendable {
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// What is meant first.
    case relevance
    case title, cost, length, popularity
  }

  public var text: String
  /// What is looked for at all.
  public var kinds = Set(LibraryEntry.Kind.allCases)
  /// Of each facet one of the values, of every facet named, as the counts of an answer list them.
  public var chosen: [Facet: Set<String>]
  /// Cents: what costs more, or nobody knows what, is left out.
  public var mostCost: Int?
  /// Minutes of study, in the same way.
  public var mostMinutes: Int?
  /// Calendar days; without a stated length it takes none.
  public var mostDays: Int?
  public var order: Order

  public init(
    _ text: String = "", chosen: [Facet: Set<String>] = [:], order: Order = .relevance
  ) {
    self.text = text
    self.chosen = chosen
    self.order = order
  }

  /// True where something besides words narrows the answer.
  public var isNarrowed: Bool {
    !chosen.isEmpty || mostCost != nil || mostMinutes != nil || mostDays != nil
  }

  /// The words that must be found. Small ones such as "of" count only while they are all there is, or being typed.
  public var words: [String] {
    let asked = SearchText.asked(text)
    let isTyping = text.last.map { !$0.isWhitespace } ?? false
    let needed = asked.enumerated().filter { place, word in
      !Initials.small.contains(word) || (isTyping && place == asked.count - 1)
    }.map(\.element)
    return needed.isEmpty ? asked : needed
  }
}

/// What was found.
public struct LibraryAnswer: Hashable, Sendable {
  public struct Hit: Hashable, Sendable {
    public var entry: LibraryEntry
    /// More is better; of use to compare hits of one answer only.
    public var score: Int

    public init(entry: LibraryEntry, score: Int) {
      self.entry = entry
      self.score = score
    }
  }

  /// How many entries found have a value; those chosen of the same facet don't narrow it.
  public struct Count: Hashable, Sendable {
    public var value: String
    public var count: Int

    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// In the order asked for, as many as were wanted.
  public var hits: [Hit]
  /// All that were found.
  public var total: Int
  /// False where there are more than `total`, which were not counted.
  public var isCounted = true
  public var counts: [Facet: [Count]]

  public init(hits: [Hit] = [], total: Int = 0, counts: [Facet: [Count]] = [:], isCounted: Bool = true) {
    self.hits = hits
    self.total = total
    self.counts = counts
    self.isCounted = isCounted
  }
}
