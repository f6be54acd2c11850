import Catalogs
import Foundation
import Interchange
import Library
import Storage
import Testing

@Suite("Thousands of finds, sorted and limited")
struct SortedIndexTests {
  private static let folder = try? TemporaryFolder()
  /// Three thousand credentials, no two with the same figures, a tenth of each unknown.
  private static let made = Result { () throws -> (StoredIndex, CatalogIndex) in
    let folder = try #require(SortedIndexTests.folder)
    let entries = (0..<3000).map { number in
      let fee = number % 10 == 3 ? "" : ", \"cost\": {\"fee\": \(number * 1009 % 3001)}"
      let hours = number % 10 == 7 ? "" : ", \"effort\": {\"hours\": \(number * 757 % 3001 + 1)}"
      let asked = number % 3 == 0 && number > 0 ? ", \"requires\": [\"c\(number * number / 3000)\"]" : ""
      let kind = ["course", "exam", "badge"][number % 3]
      return
        "{\"id\": \"c\(number)\", \"title\": \"Sawing \(number * 31 % 3001)\", \"kind\": \"\(kind)\"\(fee)\(hours)\(asked)}"
    }
    let file = folder.url.appendingPathComponent("a.json")
    let text = "{\"catalog\": \"wood\", \"currency\": \"USD\", \"credentials\": [\(entries.joined(separator: ",\n"))]}"
    try text.write(to: file, atomically: true, encoding: .utf8)
    let catalog = IndexedCatalog(paths: [file.path], folder: folder.url.appendingPathComponent("cache"))
    try catalog.make()
    return (
      try #require(try catalog.index()), CatalogIndex(try CatalogReading.read(paths: [file.path]).catalog)
    )
  }

  private func compare(_ query: LibraryQuery, _ comment: String) throws {
    let (stored, memory) = try Self.made.get()
    let (found, expected) = (try stored.answer(query, atMost: 40), memory.answer(query, atMost: 40))
    func figures(_ answer: LibraryAnswer) -> [[Int?]] {
      answer.hits.map(\.entry).map { entry in
        switch query.order {
        case .cost: [entry.cost]
        case .length: [entry.minutes]
        case .popularity: [entry.popularity]
        case .title, .relevance: []
        }
      }
    }
    // Of equal ones any may come first, where not all can be scored.
    #expect(figures(found) == figures(expected), "\(comment)")
    #expect(!expected.hits.isEmpty, "\(comment)")
    if [.title, .cost, .length].contains(query.order), figures(expected).allSatisfy({ !$0.contains(nil) }) {
      #expect(found.hits.map(\.entry.id) == expected.hits.map(\.entry.id), "\(comment)")
    }
    if expected.total <= 1000 {
      // What else could be chosen of a facet is more than can be counted, perhaps.
      func counts(_ answer: LibraryAnswer) -> [Facet: [LibraryAnswer.Count]] {
        answer.counts.filter { query.chosen[$0.key] == nil }
      }
      #expect(counts(found) == counts(expected) && found.total == expected.total, "\(comment)")
    }
  }

  @Test(
    "in every order the first of thousands are those of the search in memory", arguments: LibraryQuery.Order.allCases)
  func orders(order: LibraryQuery.Order) throws {
    for text in ["", "sawing ", "s", "sawing 1"] {
      try compare(LibraryQuery(text, order: order), "\(text) by \(order)")
      try compare(LibraryQuery(text, chosen: [.kind: ["badge", "exam"]], order: order), "\(text) badges by \(order)")
    }
  }

  @Test("limits leave out what costs or takes more, and what nobody knows, sorted or not")
  func limits() throws {
    for order in LibraryQuery.Order.allCases {
      for (text, most) in [("", 3), ("", 40), ("", 2900), ("sawing", 20), ("s", 1500), ("sawing 2", 300)] {
        var query = LibraryQuery(text, order: order)
        query.mostCost = most * 100
        try compare(query, "\(text) for \(most) by \(order)")
        query.mostMinutes = 2000 * 60
        query.chosen[.kind] = most > 100 ? ["exam"] : nil
        try compare(query, "\(text) for \(most) within hours by \(order)")
        query.mostDays = 7
        try compare(query, "\(text) for \(most) within days by \(order)")
      }
    }
  }

  @Test("a limit that nothing keeps to finds nothing")
  func nothing() throws {
    let (stored, _) = try Self.made.get()
    var query = LibraryQuery("sawing")
    query.mostMinutes = 0
    #expect(try stored.answer(query, atMost: 5) == LibraryAnswer())
  }

  @Test("a letter is answered by as many as are wanted, from one to thousands")
  func wanted() throws {
    let (stored, _) = try Self.made.get()
    for most in [0, 1, 999, 1000, 1001, 3000] {
      for order in LibraryQuery.Order.allCases {
        let found = try stored.answer(LibraryQuery("s", order: order), atMost: most)
        #expect(found.hits.count == most && Set(found.hits.map(\.entry.id)).count == most, "\(most) by \(order)")
      }
    }
  }
}
