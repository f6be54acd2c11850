import Foundation
import GRDB
import Library

/// What is done once every file is read: entries put in the order of their worth, their words indexed in that order,
/// the pieces merged, words and values counted.
extension IndexMaking {
  /// Entries whose words make one transaction.
  private static let portion = 20_000
  /// Pages of the full-text index merged in one transaction.
  private static let pages = 4000

  /// - Returns: false where it was stopped before it was done.
  public func finish(
    isStopped: () -> Bool = { false }, told: (IndexProgress) -> Void = { _ in }
  ) throws(StoreFailure) -> Bool {
    while try phase != .done {
      if isStopped() { return false }
      try step(told)
    }
    return true
  }

  private func step(_ told: (IndexProgress) -> Void) throws(StoreFailure) {
    switch try phase {
    case .reading: try write { try IndexNumbers.set("phase", IndexProgress.Phase.ranking.rawValue, $0) }
    case .ranking:
      told(IndexProgress(.ranking))
      try rank()
    case .words: told(try indexWords())
    case .merging: told(try merge())
    case .counting:
      told(IndexProgress(.counting))
      try count()
    case .done: break
    }
  }

  private func enter(_ phase: IndexProgress.Phase, _ database: Database) throws {
    try IndexNumbers.set("phase", phase.rawValue, database)
  }

  // MARK: Order

  private func rank() throws(StoreFailure) {
    try write { database in
      let worth = DatabaseFunction("worth", argumentCount: 3, pure: true) { values in
        let (kind, popularity) = (Int.fromDatabaseValue(values[0]) ?? 0, Int.fromDatabaseValue(values[1]) ?? 0)
        let length = Int.fromDatabaseValue(values[2]) ?? 0
        return IndexMaking.worth(IndexKind.kind(kind), popularity: popularity, titleWords: length)
      }
      database.add(function: worth)
      defer { database.remove(function: worth) }
      try database.execute(
        sql: """
          INSERT INTO token(token) VALUES('delete-all');
          DELETE FROM ranked;
          DELETE FROM scored;
          \(IndexSchema.links);
          CREATE TEMP TABLE popularity(target INTEGER PRIMARY KEY, count INTEGER NOT NULL);
          INSERT INTO popularity SELECT target, count(*) FROM link WHERE \(IndexRole.asking) GROUP BY target;
          INSERT INTO ranked(entry, popularity)
            SELECT number, ifnull(count, 0) FROM entry LEFT JOIN popularity ON target = hash
            ORDER BY worth(kind, ifnull(count, 0), titleWords) DESC, kind, title, id;
          DROP TABLE popularity;
          DELETE FROM sorting;
          INSERT INTO sorting(place, kind, popularity, cost, minutes, days, title)
            SELECT place, kind, popularity, ifnull(cost, \(Int.max)), ifnull(minutes, \(Int.max)), ifnull(days, 0),
              row_number() OVER (ORDER BY kind, title, id)
            FROM ranked JOIN entry ON number = entry;
          """)
      try IndexBand.make(database)
      for name in ["place", "merges"] { try IndexNumbers.set(name, 0, database) }
      try enter(.words, database)
    }
  }

  /// What one word that is all of a title's beginning is worth more in this entry than in others.
  private static func worth(_ kind: LibraryEntry.Kind, popularity: Int, titleWords: Int) -> Int {
    var entry = LibraryEntry(kind: kind, id: "", title: "")
    entry.popularity = popularity
    let naming = Naming(title: [], id: [], foldedID: "")
    return Ranking.bonus([], text: "", entry: entry, naming: naming) + 200 / max(1, titleWords)
  }

  // MARK: Words

  private func indexWords() throws(StoreFailure) -> IndexProgress {
    try write { database in
      let done = try IndexNumbers.value("place", database) ?? 0
      let total = try Int.fetchOne(database, sql: "SELECT max(place) FROM ranked") ?? 0
      let insert = try database.cachedStatement(sql: "INSERT INTO token(rowid, tokens) VALUES(?, ?)")
      let range: StatementArguments = [done, done + IndexMaking.portion]
      let bands = try IndexBand.Figure.allCases.map { try IndexBand.all($0, database) }
      try database.execute(
        sql: """
          INSERT INTO scored(place, entry, popularity, kind, cost, minutes, title, facets, words)
            SELECT place, entry, ranked.popularity, entry.kind, entry.cost, entry.minutes, sorting.title, facets,
              CAST(words AS BLOB)
            FROM ranked JOIN sorting USING(place) JOIN entry ON number = entry
            WHERE place > ? AND place <= ? ORDER BY place
          """, arguments: range)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT place, scored.kind, facets, words, \(IndexBand.Figure.allCases.map(\.key).joined(separator: ", "))
          FROM scored JOIN sorting USING(place) WHERE place > ? AND place <= ? ORDER BY place
          """, arguments: range)
      while let row = try rows.next() {
        let tokens = IndexTokens.text(
          of: EntryWords(text: [UInt8](row[3] as Data)), kind: IndexKind.kind(row[1]),
          facets: FacetNumbers.numbers(row[2]))
        let held = bands.enumerated().compactMap { IndexBand.holding(row[4 + $0], of: $1)?.token }
        try insert.execute(arguments: [row[0] as Int, ([tokens] + held).joined(separator: " ")])
      }
      let place = min(total, done + IndexMaking.portion)
      try IndexNumbers.set("place", place, database)
      if place == total { try enter(.merging, database) }
      return IndexProgress(.words, done: place, of: total)
    }
  }

  private func merge() throws(StoreFailure) -> IndexProgress {
    try write { database in
      // A negative number begins to merge all there is, positive ones go on with it.
      let steps = try IndexNumbers.value("merges", database) ?? 0
      let before = database.totalChangesCount
      try database.execute(
        sql: "INSERT INTO token(token, rank) VALUES('merge', ?)",
        arguments: [steps == 0 ? -IndexMaking.pages : IndexMaking.pages])
      try IndexNumbers.set("merges", steps + 1, database)
      // Below two changes nothing was merged (https://sqlite.org/fts5.html#the_merge_command); one more is the note.
      if steps > 0, database.totalChangesCount - before < 3 { try enter(.counting, database) }
      return IndexProgress(.merging, done: steps + 1)
    }
  }

  // MARK: Counts

  /// More words than this aren't held; then words with digits, which nobody mistypes, are left out.
  private static let mostWords = 20_000

  private func keepVocabulary(_ database: Database) throws {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM word") ?? 0
    let condition = count > IndexMaking.mostWords ? " WHERE text NOT GLOB '*[0-9]*'" : ""
    let words = Vocabulary(try String.fetchAll(database, sql: "SELECT text FROM word" + condition))
    try database.execute(sql: "DELETE FROM vocabulary")
    try database.execute(sql: "INSERT INTO vocabulary(text) VALUES(?)", arguments: [Data(words.text)])
  }

  private func count() throws(StoreFailure) {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM figure WHERE count = 0;
          DELETE FROM word;
          INSERT INTO word SELECT term FROM tokenRow
            WHERE substr(term, 1, 1) NOT IN ('=', '^', '%', '$', '!', '@');
          """)
      try keepVocabulary(database)
      try enter(.done, database)
    }
    do {
      // Everything into the one file, so that opening it takes nothing but opening it.
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      throw failure(error)
    }
  }
}
