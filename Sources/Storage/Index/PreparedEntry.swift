import Catalogs
import Library

/// What the tables of an index say of an entry; made beside whatever is written meanwhile.
public struct PreparedEntry: Sendable {
  /// A provider or a skill, as others name it.
  struct Shared {
    var kind: Int
    var id: String
    var name: String
  }

  /// What can be found.
  struct Found {
    var entry: LibraryEntry
    /// Folded.
    var title: String
    var titleWords: Int
    /// The text of `EntryWords`.
    var words: String
    /// What it has to do with which ids, by their hash; each once.
    var links: [(role: IndexRole, target: Int64)] = []
    var stated: [(group: StatedFigures.Group, item: StatedFigures.Item)] = []
    /// Of a credential that is no award for its parts, whether anything was found of its holders.
    var isReportedOn: Bool?
  }

  var text: String
  var shared: Shared?
  var found: Found?
}

/// What an entry has to do with an id. All but what it renews and who offers it say how often the id is asked for.
enum IndexRole: Int, CaseIterable {
  case teaches, renews, requires, requiresSkill, corequires, corequiresSkill, recommends, offeredBy

  /// Those of requirements that must be met, of credentials and of skills.
  static let asks: [IndexRole] = [.requires, .corequires]
  static let asksSkill: [IndexRole] = [.requiresSkill, .corequiresSkill]
  /// A condition on links that say how often an id is asked for.
  static let asking = "role NOT IN (\(renews.rawValue), \(offeredBy.rawValue))"
}

/// Takes entries apart, knowing what providers and skills there are.
public struct EntryPreparation: Sendable {
  private let making: EntryMaking
  private let providers: Set<String>
  private let skills: Set<String>
  /// Providers of whose holders something was found.
  private let reportedOn: Set<String>
  private let reading: StoredIndex.Reading

  public init(
    providers: [Provider], skills: [Skill], headers: [Catalog.Header], reading: @escaping StoredIndex.Reading
  ) {
    self.reading = reading
    making = EntryMaking(providers: providers, skills: skills, headers: headers)
    self.providers = Set(providers.map(\.id))
    self.skills = Set(skills.map(\.id))
    reportedOn = Set(providers.filter { !$0.outcomes.isEmpty }.map(\.id))
  }

  /// - Parameter text: the entry as JSON.
  public func prepared(_ value: LooseEntry.Value, text: String) -> PreparedEntry {
    switch value {
    case .provider(let provider):
      return PreparedEntry(text: text, shared: .init(kind: 0, id: provider.id, name: provider.name))
    case .skill(let skill):
      return PreparedEntry(
        text: text, shared: .init(kind: 1, id: skill.id, name: skill.name),
        found: found(making.entry(skill), making.words(skill)))
    case .goal(let goal):
      var found = found(making.entry(goal), making.words(goal))
      found.links = links(goal.requires, .requires, .requiresSkill)
      return PreparedEntry(text: text, found: found)
    case .credential(let written):
      let credential = known(written)
      var found = found(making.entry(credential), making.words(credential))
      found.links =
        links(credential.requires, .requires, .requiresSkill)
        + links(credential.corequires, .corequires, .corequiresSkill)
        + links(credential.recommends, .recommends, .recommends) + links(credential.teaches, .teaches)
        + links(credential.renews, .renews) + links(credential.provider.map { [$0] } ?? [], .offeredBy)
      if credential.kind != .stack {
        found.isReportedOn =
          !credential.outcomes.isEmpty || credential.provider.map(reportedOn.contains) ?? false
      }
      found.stated = StatedFigures.stated(by: credential)
      return PreparedEntry(text: text, found: found)
    }
  }

  /// The same of an entry that is in the index.
  func prepared(stored text: String, _ kind: LibraryEntry.Kind, header: String?) -> PreparedEntry? {
    reading(text).flatMap { IndexParts.value($0, kind, header: header) }.map { prepared($0, text: text) }
  }

  private func found(_ entry: LibraryEntry, _ words: [LibraryWord]) -> PreparedEntry.Found {
    let words = EntryWords(entry, words)
    return PreparedEntry.Found(
      entry: entry, title: SearchText.folded(entry.title), titleWords: words.title.count, words: words.text)
  }

  /// Each requirement counts once for every name in it, as in memory.
  private func links(
    _ requirement: Requirement?, _ credentials: IndexRole, _ skills: IndexRole
  ) -> [(role: IndexRole, target: Int64)] {
    guard let requirement else { return [] }
    if credentials == skills { return links(requirement.namedCredentials + requirement.namedSkills, skills) }
    return links(requirement.namedCredentials, credentials) + links(requirement.namedSkills, skills)
  }

  private func links(_ ids: [String], _ role: IndexRole) -> [(role: IndexRole, target: Int64)] {
    Set(ids).map { (role, IndexHash.number(of: $0)) }
  }

  /// Without a provider and skills that nothing bears.
  private func known(_ credential: Credential) -> Credential {
    var known = credential
    if let provider = credential.provider, !providers.contains(provider) { known.provider = nil }
    known.teaches = credential.teaches.filter(skills.contains)
    return known
  }
}
