import Catalogs
import GRDB
import Library

/// Entries of an index read back into a catalog of their own, by the same reader that reads files.
struct IndexParts {
  private let database: Database
  private let reading: StoredIndex.Reading
  private let memory: IndexMemory
  private var found: [Int64: Stored] = [:]
  private var askedSkills: Set<String> = []
  /// Of anything, whatever bears them.
  private var named: Set<String> = []

  fileprivate struct Stored {
    var kind: LibraryEntry.Kind
    var source: Int
    var node: DraftNode
    var value: LooseEntry.Value
  }

  init(_ database: Database, _ reading: @escaping StoredIndex.Reading, _ memory: IndexMemory) {
    self.database = database
    self.reading = reading
    self.memory = memory
  }

  // MARK: Reaching

  /// Takes what bears these ids and everything their requirements can lead to, as planning does.
  mutating func reach(_ ids: Set<String>) throws {
    named.formUnion(ids)
    var pending = try take("id", ids.sorted().map { $0.databaseValue })
    var recommended: Set<String> = []
    while !pending.isEmpty {
      var names: Set<String> = []
      var skills: Set<String> = []
      var own: Set<String> = []
      for stored in pending {
        for requirement in stored.requirements {
          names.formUnion(requirement.namedCredentials)
          skills.formUnion(requirement.namedSkills)
        }
        if case .credential(let credential) = stored.value {
          own.insert(credential.id)
          recommended.formUnion(credential.recommends?.namedCredentials ?? [])
        }
      }
      skills.subtract(askedSkills)
      askedSkills.formUnion(skills)
      pending = try take("id", names.sorted().map { $0.databaseValue }, isCredential: true)
      pending += try take("number", linked(.teaches, to: skills) + linked(.renews, to: own))
    }
    // Shown beside what recommends it, never forced: nothing follows from it.
    _ = try take("id", recommended.sorted().map { $0.databaseValue }, isCredential: true)
  }

  /// Numbers of the entries that have so to do with any of these ids; of each id at most as many as are wanted.
  private func linked(_ role: IndexRole, to ids: Set<String>, atMost most: Int = -1) throws -> [DatabaseValue] {
    var found: [DatabaseValue] = []
    for id in ids.sorted() {
      found += try Int64.fetchAll(
        database, sql: "SELECT entry FROM link WHERE target = ? AND role = ? ORDER BY entry LIMIT ?",
        arguments: [IndexHash.number(of: id), role.rawValue, most]
      ).map(\.databaseValue)
    }
    return found
  }

  /// The entries with such a value that were not known before.
  private mutating func take(
    _ column: String, _ values: [DatabaseValue], isCredential: Bool = false, isGoal: Bool = false
  ) throws -> [Stored] {
    var taken: [Stored] = []
    for start in stride(from: 0, to: values.count, by: 500) {
      let part = values[start..<min(values.count, start + 500)]
      let marks = part.map { _ in "?" }.joined(separator: ",")
      let kinds = isCredential ? "kind = 1" : isGoal ? "kind = 0" : "kind < 2"
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT entry.number AS number, kind, source, text, header FROM entry JOIN source ON source.number = source
          WHERE entry.\(column) IN (\(marks)) AND \(kinds) ORDER BY entry.number
          """, arguments: StatementArguments(Array(part)))
      for row in rows where found[row[0]] == nil {
        guard let stored = stored(row) else { continue }
        found[row[0]] = stored
        taken.append(stored)
      }
    }
    return taken
  }

  private func stored(_ row: Row) -> Stored? {
    let kind = IndexKind.kind(row[1])
    guard let node = reading(row[3]), let value = IndexParts.value(node, kind, header: row[4]) else { return nil }
    return Stored(kind: kind, source: row[2], node: node, value: value)
  }

  /// What an entry was read as from its file.
  static func value(_ node: DraftNode, _ kind: LibraryEntry.Kind, header: String?) -> LooseEntry.Value? {
    let root = root(header: header, [section(of: kind): [node]])
    return LooseFile(CatalogDraft.File(name: "index", root: root)).entries.first?.value
  }

  // MARK: Around an entry

  /// Takes what bears these ids, whole: with what it names besides requirements.
  mutating func name(_ ids: Set<String>) throws {
    named.formUnion(ids)
    _ = try take("id", ids.sorted().map { $0.databaseValue })
    let others = Set(credentials.filter { ids.contains($0.id) }.flatMap { $0.renews + $0.excludes })
    _ = try take("id", others.sorted().map { $0.databaseValue }, isCredential: true)
  }

  /// Takes an entry with everything that is told of it: what it names, what leads to it and what it leads to, who else
  /// teaches its skills, and the goals that ask for those.
  ///
  /// - Parameter most: so many that have the same to do with the same id.
  mutating func surround(_ id: String, atMost most: Int) throws {
    try name([id])
    var taught = Set(credentials.filter { $0.id == id }.flatMap(\.teaches))
    let isSkill = try Bool.fetchOne(
      database, sql: "SELECT EXISTS(SELECT 1 FROM shared WHERE kind = 1 AND id = ?)", arguments: [id])
    if isSkill == true { taught.insert(id) }
    let own = found.values.filter { $0.id == id }
    let requirements = own.flatMap(\.requirements) + own.compactMap(\.recommended)
    let skills = Set(requirements.flatMap(\.namedSkills))
    askedSkills.formUnion(skills)
    _ = try take(
      "id", Set(requirements.flatMap(\.namedCredentials)).sorted().map { $0.databaseValue }, isCredential: true)
    var numbers = try linked(.teaches, to: skills.union(taught), atMost: most)
    for role in IndexRole.asks { numbers += try linked(role, to: [id], atMost: most) }
    for role in IndexRole.asksSkill { numbers += try linked(role, to: taught, atMost: most) }
    numbers += try linked(.offeredBy, to: [id], atMost: most)
    _ = try take("number", numbers)
    // A goal asks for a skill by naming who teaches it, too.
    let teachers = credentials.filter { !taught.isDisjoint(with: $0.teaches) }.map(\.id)
    _ = try take("number", linked(.requires, to: Set(teachers), atMost: most), isGoal: true)
  }

  // MARK: The catalog

  func catalog() throws -> Catalog {
    var sections: [Int: [String: [DraftNode]]] = [:]
    for (_, stored) in found.sorted(by: { $0.key < $1.key }) {
      sections[stored.source, default: [:]][IndexParts.section(of: stored.kind), default: []].append(stored.node)
    }
    for (kind, ids) in [(0, providersNamed), (1, skillsNamed)] {
      for id in ids.sorted() {
        guard
          let row = try Row.fetchOne(
            database, sql: "SELECT source, text FROM shared WHERE kind = ? AND id = ?", arguments: [kind, id]),
          let node = reading(row[1])
        else { continue }
        sections[row[0], default: [:]][kind == 0 ? "providers" : "skills", default: []].append(node)
      }
    }
    let sources = try Row.fetchAll(database, sql: "SELECT number, path, header FROM source ORDER BY number")
    let files = sources.compactMap { row -> CatalogDraft.File? in
      guard let own = sections[row[0]] else { return nil }
      return CatalogDraft.File(name: row[1], folder: "index", root: IndexParts.root(header: row[2], own))
    }
    var catalog = CatalogDraft(files: files).sound
    catalog.stated = try stated()
    return catalog
  }

  private var credentials: [Credential] {
    found.values.compactMap { if case .credential(let credential) = $0.value { credential } else { nil } }
  }

  private var providersNamed: Set<String> { Set(credentials.compactMap(\.provider)).union(named) }
  private var skillsNamed: Set<String> { Set(credentials.flatMap(\.teaches)).union(askedSkills).union(named) }

  private func stated() throws -> StatedFigures {
    var stated = StatedFigures()
    for credential in credentials {
      for quantity in StatedFigures.Quantity.allCases {
        let group = StatedFigures.Group(kind: credential.kind, level: credential.level, quantity: quantity)
        guard stated.groups[group] == nil else { continue }
        stated.groups[group] = try memory.stated(group, database)
      }
    }
    return stated
  }

  // MARK: Files

  static func section(of kind: LibraryEntry.Kind) -> String {
    switch kind {
    case .goal: "goals"
    case .credential: "credentials"
    case .skill: "skills"
    }
  }

  static func root(header: String?, _ sections: [String: [DraftNode]]) -> DraftNode {
    let nowhere = SourcePosition(file: "index", line: 1, column: 1)
    let entries = sections.sorted { $0.key < $1.key }.map { key, nodes in
      DraftNode.Entry(key: key, keyPosition: nowhere, value: DraftNode(.sequence(nodes), at: nowhere))
    }
    return DraftNode(.mapping(WrittenHeader.node(of: header ?? "") + entries), at: nowhere)
  }

  static func headers(_ database: Database) throws -> [Catalog.Header] {
    var headers: [Catalog.Header] = []
    let texts = try String.fetchAll(
      database, sql: "SELECT header FROM source WHERE header IS NOT NULL GROUP BY header ORDER BY min(number)")
    for text in texts {
      let root = DraftNode(
        .mapping(WrittenHeader.node(of: text)), at: SourcePosition(file: "index", line: 1, column: 1))
      guard let header = LooseFile(CatalogDraft.File(name: "index", root: root)).header,
        !headers.contains(where: { $0.id == header.id })
      else { continue }
      headers.append(header)
    }
    return headers
  }

  // MARK: Hits

  /// What a list of results shows of these rows, in their order. They stand alone: what else they name isn't looked at.
  static func entries(
    _ rows: [IndexedRow], _ reading: @escaping StoredIndex.Reading, _ memory: IndexMemory, _ database: Database
  ) throws -> [LibraryEntry?] {
    var parts = IndexParts(database, reading, memory)
    _ = try parts.take("number", rows.map { $0.entry.databaseValue })
    let providers = try parts.providersNamed.sorted().compactMap { try memory.provider($0, read: parts.provider) }
    let known = Set(providers.map(\.id))
    let making = EntryMaking(providers: providers, skills: [], headers: try memory.headers(database))
    return try rows.map { row in
      var entry: LibraryEntry?
      switch parts.found[row.entry]?.value {
      case .goal(let goal): entry = making.entry(goal)
      case .credential(var credential):
        if let provider = credential.provider, !known.contains(provider) { credential.provider = nil }
        entry = making.entry(credential)
      case .skill, .provider, nil: entry = try parts.skill(number: row.entry)
      }
      entry?.popularity = row.popularity
      return entry
    }
  }

  private func provider(_ id: String) throws -> Provider? {
    let text = try String.fetchOne(database, sql: "SELECT text FROM shared WHERE kind = 0 AND id = ?", arguments: [id])
    guard let node = text.flatMap(reading) else { return nil }
    let file = CatalogDraft.File(name: "index", root: IndexParts.root(header: nil, ["providers": [node]]))
    guard case .provider(let provider) = LooseFile(file).entries.first?.value else { return nil }
    return provider
  }

  private func skill(number: Int64) throws -> LibraryEntry? {
    try Row.fetchOne(
      database,
      sql: "SELECT id, name FROM entry JOIN shared USING(id) WHERE number = ? AND shared.kind = 1", arguments: [number]
    ).map { LibraryEntry(kind: .skill, id: $0[0], title: $0[1]) }
  }
}

extension IndexParts.Stored {
  fileprivate var id: String {
    switch value {
    case .goal(let goal): goal.id
    case .credential(let credential): credential.id
    case .provider(let provider): provider.id
    case .skill(let skill): skill.id
    }
  }

  fileprivate var requirements: [Requirement] {
    switch value {
    case .goal(let goal): [goal.requires]
    case .credential(let credential): [credential.requires, credential.corequires].compactMap { $0 }
    case .provider, .skill: []
    }
  }

  fileprivate var recommended: Requirement? {
    if case .credential(let credential) = value { credential.recommends } else { nil }
  }
}
