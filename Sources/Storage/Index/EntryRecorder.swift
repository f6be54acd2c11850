import Catalogs
import Foundation
import GRDB
import Library

/// Writes entries into the tables of an index, each once.
final class EntryRecorder {
  private let making: EntryMaking
  private let providers: Set<String>
  private let skills: Set<String>
  private var facets = FacetNumbers()
  private var figures: [FigureRow: Int] = [:]

  private struct FigureRow: Hashable {
    var group: StatedFigures.Group
    var value: Int
    var currency: String
  }

  init(providers: [Provider], skills: [Skill], headers: [Catalog.Header]) {
    making = EntryMaking(providers: providers, skills: skills, headers: headers)
    self.providers = Set(providers.map(\.id))
    self.skills = Set(skills.map(\.id))
  }

  func loadFacets(_ database: Database) throws { facets = try FacetNumbers(database) }

  func record(_ entry: IndexMaking.Entry, of file: Int, _ database: Database) throws {
    switch entry.value {
    case .provider(let provider):
      try share(0, provider.id, provider.name, entry.text, file, database)
    case .skill(let skill):
      guard try share(1, skill.id, skill.name, entry.text, file, database) else { return }
      _ = try put(making.entry(skill), making.words(skill), entry.text, file, database)
    case .goal(let goal):
      guard try put(making.entry(goal), making.words(goal), entry.text, file, database) != nil else { return }
      try mention([goal.requires], database)
    case .credential(let written):
      let credential = known(written)
      guard
        let number = try put(making.entry(credential), making.words(credential), entry.text, file, database)
      else { return }
      try mention([credential.requires, credential.recommends, credential.corequires], database)
      for skill in Set(credential.teaches) {
        try mention(skill, database)
        try give(0, skill, number, database)
      }
      for other in Set(credential.renews) { try give(1, other, number, database) }
      for (group, item) in StatedFigures.stated(by: credential) {
        figures[FigureRow(group: group, value: item.value, currency: item.currency), default: 0] += 1
      }
    }
  }

  /// Writes down what was counted since the last time.
  func flush(_ database: Database) throws {
    try facets.flush(database)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO figure(kind, level, quantity, currency, value, count) VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (row, count) in figures {
      try statement.execute(arguments: [
        row.group.kind.rawValue, WrittenLevel.text(row.group.level), row.group.quantity.rawValue, row.currency,
        row.value, count,
      ])
    }
    figures = [:]
  }

  /// Without a provider and skills that nothing bears.
  private func known(_ credential: Credential) -> Credential {
    var known = credential
    if let provider = credential.provider, !providers.contains(provider) { known.provider = nil }
    known.teaches = credential.teaches.filter(skills.contains)
    return known
  }

  // MARK: Rows

  @discardableResult
  private func share(
    _ kind: Int, _ id: String, _ name: String, _ text: String, _ file: Int, _ database: Database
  ) throws -> Bool {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO shared(kind, id, name, source, text) VALUES(?, ?, ?, ?, ?)"
    ).execute(arguments: [kind, id, name, file, text])
    return database.changesCount > 0
  }

  /// The number of the entry, or `nil` where another of its kind and id was there before.
  private func put(
    _ entry: LibraryEntry, _ words: [LibraryWord], _ text: String, _ file: Int, _ database: Database
  ) throws -> Int64? {
    let entryWords = EntryWords(entry, words)
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO entry(
          kind, id, hash, source, title, titleWords, cost, minutes, days, facets, words, text)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let numbers = try facets.numbers(of: entry, database)
    let arguments: [(any DatabaseValueConvertible)?] = [
      IndexKind.number(entry.kind), entry.id, IndexHash.number(of: entry.id), file, SearchText.folded(entry.title),
      entryWords.title.count, entry.cost, entry.minutes, entry.days, FacetNumbers.data(numbers), entryWords.text, text,
    ]
    try statement.execute(arguments: StatementArguments(arguments))
    guard database.changesCount > 0 else { return nil }
    facets.count(numbers)
    return database.lastInsertedRowID
  }

  /// Each requirement counts once for every name in it, as in memory.
  private func mention(_ requirements: [Requirement?], _ database: Database) throws {
    for requirement in requirements.compactMap({ $0 }) {
      for name in Set(requirement.namedCredentials + requirement.namedSkills) { try mention(name, database) }
    }
  }

  private func mention(_ name: String, _ database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO mention(target) VALUES(?)")
      .execute(arguments: [IndexHash.number(of: name)])
  }

  private func give(_ role: Int, _ name: String, _ entry: Int64, _ database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO giver(role, target, entry) VALUES(?, ?, ?)")
      .execute(arguments: [role, IndexHash.number(of: name), entry])
  }
}

/// Kinds of entries as the tables number them, in the order in which equal finds are listed.
enum IndexKind {
  static func number(_ kind: LibraryEntry.Kind) -> Int { LibraryEntry.Kind.allCases.firstIndex(of: kind) ?? 0 }
  static func kind(_ number: Int) -> LibraryEntry.Kind { LibraryEntry.Kind.allCases[number] }
}

/// A level as one text.
enum WrittenLevel {
  static func text(_ level: [String: String]) -> String {
    level.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
  }
}
