import Catalogs

/// Turns what a catalog holds into entries and their words.
public struct EntryMaking: Sendable {
  private let providers: [String: Provider]
  private let skills: [String: Skill]
  /// The titles of catalogs, by id.
  private let fields: [String: String]

  public init(providers: [Provider], skills: [Skill], headers: [Catalog.Header]) {
    func first<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    self.providers = first(providers.map { ($0.id, $0) })
    self.skills = first(skills.map { ($0.id, $0) })
    fields = first(headers.map { ($0.id, $0.title) })
  }

  public init(_ catalog: Catalog) {
    self.init(providers: catalog.providers, skills: catalog.skills, headers: catalog.headers)
  }

  // MARK: Entries

  public func entry(_ goal: Goal) -> LibraryEntry {
    var entry = LibraryEntry(kind: .goal, id: goal.id, title: goal.title)
    entry.values[.field] = [field(goal.catalog)]
    return entry
  }

  public func entry(_ skill: Skill) -> LibraryEntry { LibraryEntry(kind: .skill, id: skill.id, title: skill.name) }

  public func entry(_ credential: Credential) -> LibraryEntry {
    var entry = LibraryEntry(kind: .credential, id: credential.id, title: credential.title)
    entry.provider = credential.provider.map(providerName)
    entry.credentialKind = credential.kind
    entry.cost = (credential.price.fee ?? credential.price.monthly)?.value
    if entry.cost == nil, credential.kind == .stack { entry.cost = 0 }
    entry.currency = credential.price.currency
    entry.isPaidByParts = credential.isPaidByParts
    entry.isMonthly = credential.price.fee == nil && credential.price.monthly != nil
    entry.minutes = credential.workload?.value
    entry.days = credential.duration.days?.value
    entry.values = values(credential, entry)
    return entry
  }

  private func values(_ credential: Credential, _ entry: LibraryEntry) -> [Facet: [String]] {
    var values: [Facet: [String]] = [:]
    values[.field] = [field(credential.catalog)]
    values[.kind] = [credential.kind.rawValue]
    values[.provider] = entry.provider.map { [$0] }
    values[.delivery] = credential.delivery.map(\.rawValue)
    values[.language] = credential.languages.map(SearchText.folded)
    values[.level] = credential.level.sorted { $0.key < $1.key }.map { SearchText.folded("\($0.key) \($0.value)") }
    values[.price] = entry.cost.map { [PriceBand(cents: $0).rawValue] }
    values[.length] = entry.minutes.map { [LengthBand(minutes: $0).rawValue] }
    values[.vouched] = [credential.isVouchedFor(by: credential.provider.flatMap { providers[$0] }) ? "yes" : "no"]
    values[.starts] = [credential.duration.starts.isEmpty ? "any day" : "on set days"]
    return values.filter { !$0.value.isEmpty }
  }

  // MARK: Words

  public func words(_ goal: Goal) -> [LibraryWord] {
    naming(goal.id, goal.title) + words(goal.occupation?.soc ?? "", .other) + words(field(goal.catalog), .other)
  }

  public func words(_ skill: Skill) -> [LibraryWord] {
    naming(skill.id, skill.name) + skill.same.flatMap { words($0, .synonym) }
  }

  public func words(_ credential: Credential) -> [LibraryWord] {
    var found = naming(credential.id, credential.title)
    if let provider = credential.provider {
      found += words(providerName(provider), .provider) + words(provider, .provider)
    }
    for id in credential.teaches {
      found += words(id, .skill)
      guard let skill = skills[id] else { continue }
      found += words(skill.name, .skill) + skill.same.flatMap { words($0, .synonym) }
    }
    return found + words(credential.kind.rawValue, .other) + words(field(credential.catalog), .other)
  }

  private func naming(_ id: String, _ title: String) -> [LibraryWord] {
    words(title, .title) + SearchText.joined(title).map { LibraryWord($0, .title) }
      + Initials.of(title).map { LibraryWord($0, .abbreviation) } + words(id, .id)
      + SearchText.joined(id).map { LibraryWord($0, .id) } + spoken(title)
  }

  /// What a sign at the end of a word is called: *Security plus* is Security+.
  private func spoken(_ title: String) -> [LibraryWord] {
    SearchText.words(title).contains { $0.count > 1 && $0.hasSuffix("+") } ? [LibraryWord("plus", .synonym)] : []
  }

  private func words(_ text: String, _ place: LibraryWord.Place) -> [LibraryWord] {
    SearchText.words(text).map { LibraryWord($0, place) }
  }

  private func providerName(_ id: String) -> String { providers[id]?.name ?? id }
  private func field(_ catalog: String) -> String { fields[catalog] ?? catalog }
}

extension Catalog {
  /// How many entries name each credential, and how many credentials teach each skill or ask for it.
  func popularity() -> [String: Int] {
    var popularity: [String: Int] = [:]
    func note(_ requirement: Requirement?) {
      guard let requirement else { return }
      for id in Set(requirement.namedCredentials + requirement.namedSkills) { popularity[id, default: 0] += 1 }
    }
    for goal in goals { note(goal.requires) }
    for credential in credentials {
      note(credential.requires)
      note(credential.recommends)
      note(credential.corequires)
      for skill in Set(credential.teaches) { popularity[skill, default: 0] += 1 }
    }
    return popularity
  }
}
