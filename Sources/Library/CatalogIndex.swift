import Catalogs

/// Everything of a catalog that can be found, taken apart once; a value to be kept while somebody types.
public struct CatalogIndex: Sendable {
  /// Goals, credentials, skills, each in the order of the catalog.
  public let entries: [LibraryEntry]
  public let links: CatalogLinks
  private let vocabulary: Vocabulary
  /// Where each word of the vocabulary stands, one word after the other.
  private let postings: [Posting]
  private let starts: [Int]
  private let facets: FacetTable
  private let names: [Naming]
  /// The place of each entry in an order by kind and title, for those that are equal otherwise.
  private let places: [Int]

  private struct Posting {
    var entry: Int32
    var place: LibraryWord.Place
  }

  public init(_ catalog: Catalog) {
    let making = EntryMaking(catalog)
    let popularity = catalog.popularity()
    var entries: [LibraryEntry] = []
    var words: [[LibraryWord]] = []
    func add(_ entry: LibraryEntry, _ own: [LibraryWord]) {
      var entry = entry
      entry.popularity = popularity[entry.id] ?? 0
      entries.append(entry)
      words.append(own)
    }
    for goal in catalog.goals { add(making.entry(goal), making.words(goal)) }
    for credential in catalog.credentials { add(making.entry(credential), making.words(credential)) }
    for skill in catalog.skills { add(making.entry(skill), making.words(skill)) }
    self.init(entries, words, CatalogLinks(catalog))
  }

  private init(_ entries: [LibraryEntry], _ words: [[LibraryWord]], _ links: CatalogLinks) {
    self.entries = entries
    self.links = links
    var found: [String: [Posting]] = [:]
    for (number, own) in words.enumerated() {
      for word in Set(own) { found[word.text, default: []].append(Posting(entry: Int32(number), place: word.place)) }
    }
    vocabulary = Vocabulary(found.keys)
    facets = FacetTable(entries)
    names = entries.map(Naming.init)
    places = CatalogIndex.places(entries)
    var postings: [Posting] = []
    var starts = [0]
    for place in 0..<vocabulary.count {
      postings += found[vocabulary.word(place)] ?? []
      starts.append(postings.count)
    }
    self.postings = postings
    self.starts = starts
  }

  /// What was found, best first or in the order asked for, with counts by facet.
  public func answer(_ query: LibraryQuery, atMost most: Int = .max) -> LibraryAnswer {
    let words = query.words
    var scores = scores(of: words) { beginnings(of: $0) }
    if scores.count < CatalogIndex.few, words.contains(where: { Vocabulary.forgiven($0) > 0 }) {
      let guessed = self.scores(of: words) { beginnings(of: $0) + guesses(of: $0) }
      // What was spelled right stays before what was guessed.
      scores.merge(guessed) { right, guess in max(right, guess) }
    }
    return narrowed(scores, query, words, most)
  }

  /// All values of a facet, the commonest first.
  public func values(of facet: Facet) -> [String] {
    answer(LibraryQuery(), atMost: 0).counts[facet]?.map(\.value) ?? []
  }

  /// Where less is found than this, something was mistyped, perhaps.
  private static let few = 5

  // MARK: Words

  private typealias Find = (word: Int, match: Ranking.Match)

  private func beginnings(of word: String) -> [Find] {
    let length = word.unicodeScalars.count
    return vocabulary.places(beginningWith: word).map { place in
      let whole = vocabulary.length(place)
      return (place, whole == length ? .exact : .beginning(length, of: whole))
    }
  }

  private func guesses(of word: String) -> [Find] {
    vocabulary.near(word).map { ($0.place, .mistyped(edits: $0.edits, isBeginning: $0.isBeginning)) }
  }

  /// The mean worth of the words in every entry that has all of them.
  private func scores(of words: [String], _ finds: (String) -> [Find]) -> [Int: Int] {
    guard !words.isEmpty else { return Dictionary(uniqueKeysWithValues: entries.indices.map { ($0, 0) }) }
    var sums = [Int](repeating: 0, count: entries.count)
    var met = [Int](repeating: 0, count: entries.count)
    for (number, word) in words.enumerated() {
      var best = [Int](repeating: 0, count: entries.count)
      for find in finds(word) {
        for posting in postings[starts[find.word]..<starts[find.word + 1]] {
          let entry = Int(posting.entry)
          best[entry] = max(best[entry], Ranking.worth(find.match, at: posting.place))
        }
      }
      for entry in best.indices where best[entry] > 0 && met[entry] == number {
        met[entry] += 1
        sums[entry] += best[entry]
      }
    }
    var scores: [Int: Int] = [:]
    for entry in met.indices where met[entry] == words.count { scores[entry] = sums[entry] / words.count }
    return scores
  }

  // MARK: Facets and order

  private func narrowed(_ scores: [Int: Int], _ query: LibraryQuery, _ words: [String], _ most: Int) -> LibraryAnswer {
    let narrowing = Narrowing(query, facets)
    var tally = FacetTally(facets)
    let text = SearchText.folded(query.text)
    var found: [(keys: (Int, Int, Int), number: Int, score: Int)] = []
    for (number, score) in scores {
      let entry = entries[number]
      let missed = narrowing.missed(entry, number: number)
      tally.add(number, missed: missed)
      guard missed == .none else { continue }
      let score = score + Ranking.bonus(words, text: text, entry: entry, naming: names[number])
      found.append((keys(query.order, number, score), number, score))
    }
    found.sort { $0.keys < $1.keys }
    let hits = found.prefix(most).map { LibraryAnswer.Hit(entry: entries[$0.number], score: $0.score) }
    return LibraryAnswer(hits: hits, total: found.count, counts: tally.counts)
  }

  /// What entries are sorted by, the least first; no two are the same.
  private func keys(_ order: LibraryQuery.Order, _ number: Int, _ score: Int) -> (Int, Int, Int) {
    let entry = entries[number]
    switch order {
    case .relevance: return (-score, places[number], 0)
    case .title: return (places[number], 0, 0)
    case .cost: return (entry.cost ?? .max, -score, places[number])
    case .length: return (entry.minutes ?? .max, -score, places[number])
    case .popularity: return (-entry.popularity, -score, places[number])
    }
  }

  private static func places(_ entries: [LibraryEntry]) -> [Int] {
    let kinds = LibraryEntry.Kind.allCases
    let keys = entries.map { (kinds.firstIndex(of: $0.kind) ?? 0, SearchText.folded($0.title), $0.id) }
    var places = [Int](repeating: 0, count: entries.count)
    for (place, number) in entries.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() { places[number] = place }
    return places
  }
}
