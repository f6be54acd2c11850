import GRDB

/// How the index looks on disk. It can always be made anew, so one of another version is thrown away, not migrated.
enum IndexSchema {
  /// Raised whenever anything here, in the words of entries or in their ranking changes.
  static let version = 5

  /// Sorted once all links are there: to add to them in order takes much longer.
  static let links = "CREATE INDEX IF NOT EXISTS linkByTarget ON link(target, role, entry)"

  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE progress(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        -- Files of the catalog in the order in which of two equal ids the first counts: by `SourceNumbers`. The hash is
        -- that of the bytes that were read; `hidden` counts entries that give way to equal ones elsewhere.
        CREATE TABLE source(
          number INTEGER PRIMARY KEY, path TEXT NOT NULL, folder TEXT, size INTEGER NOT NULL, modified INTEGER NOT NULL,
          hash INTEGER, header TEXT, isRead INTEGER NOT NULL DEFAULT 0, isGone INTEGER NOT NULL DEFAULT 0,
          faults INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0);
        -- Providers and skills, which any file may name.
        CREATE TABLE shared(
          kind INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, source INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY(kind, id)) WITHOUT ROWID;
        -- What can be found, in the order of files (`SourceNumbers`). Its text is that of its catalog, as JSON.
        CREATE TABLE entry(
          number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, hash INTEGER NOT NULL,
          source INTEGER NOT NULL,
          title TEXT NOT NULL, titleWords INTEGER NOT NULL, cost INTEGER, minutes INTEGER, days INTEGER,
          facets BLOB NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL);
        CREATE UNIQUE INDEX entryByID ON entry(id, kind);
        -- What an entry has to do with an id (`IndexRole`), by the id's hash; sorted once all are there.
        CREATE TABLE link(role INTEGER NOT NULL, target INTEGER NOT NULL, entry INTEGER NOT NULL);
        CREATE TABLE facetValue(
          number INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL DEFAULT 0,
          UNIQUE(facet, value));
        CREATE TABLE figure(
          kind TEXT NOT NULL, level TEXT NOT NULL, quantity TEXT NOT NULL, currency TEXT NOT NULL,
          value INTEGER NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY(kind, level, quantity, currency, value)) WITHOUT ROWID;
        -- Entries in the order of what they are worth whatever is asked for: the first found are the best.
        CREATE TABLE ranked(place INTEGER PRIMARY KEY, entry INTEGER NOT NULL, popularity INTEGER NOT NULL);
        -- What they can be sorted and limited by besides, in rows so short that a look at all of them is no long one. What
        -- nobody stated is the greatest of all numbers, but for days, of which it is none. The title is a number: the
        -- place by kind, title and id.
        CREATE TABLE sorting(
          place INTEGER PRIMARY KEY, kind INTEGER NOT NULL, popularity INTEGER NOT NULL, cost INTEGER NOT NULL,
          minutes INTEGER NOT NULL, days INTEGER NOT NULL, title INTEGER NOT NULL);
        -- See `IndexBand`.
        CREATE TABLE band(
          figure INTEGER NOT NULL, number INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,
          PRIMARY KEY(figure, number)) WITHOUT ROWID;
        -- What a find is told apart, counted and scored by, beside one another in that order: the best of a query lie on
        -- few pages.
        CREATE TABLE scored(
          place INTEGER PRIMARY KEY, entry INTEGER NOT NULL, popularity INTEGER NOT NULL, kind INTEGER NOT NULL,
          cost INTEGER, minutes INTEGER, title INTEGER NOT NULL, facets BLOB NOT NULL, words BLOB NOT NULL);
        CREATE TABLE word(text TEXT PRIMARY KEY) WITHOUT ROWID;
        -- Those that somebody may mistype, in one piece: read one by one they would take longer than a key may.
        CREATE TABLE vocabulary(text BLOB NOT NULL);
        -- Its rows are the places of `ranked`. Nothing but the rows of each token is kept.
        CREATE VIRTUAL TABLE token USING fts5(
          tokens, content='', detail=none, columnsize=0, prefix='1 2 3 4',
          tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'");
        CREATE VIRTUAL TABLE tokenRow USING fts5vocab(token, 'row');
        INSERT INTO token(token, rank) VALUES('automerge', 0);
        INSERT INTO token(token, rank) VALUES('crisismerge', 1000);
        PRAGMA user_version = \(version);
        """)
    // As much as one transaction brings, so that it makes one piece.
    try database.execute(sql: "INSERT INTO token(token, rank) VALUES('hashsize', 67108864)")
  }
}
