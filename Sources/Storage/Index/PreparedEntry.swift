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
    /// Hashes of ids that it names.
    var mentions: [Int64] = []
    /// Hashes of what it teaches (role 0) or renews (role 1).
    var gifts: [(role: Int, target: Int64)] = []
    var stated: [(group: StatedFigures.Group, item: StatedFigures.Item)] = []
  }

  var text: String
  var shared: Shared?
  var found: Found?
}

/// Takes entries apart, knowing what providers and skills there are.
public struct EntryPreparation: Sendable {
  private let making: EntryMaking
  private let providers: Set<String>
  private let skills: Set<String>

  public init(providers: [Provider], skills: [Skill], headers: [Catalog.Header]) {
    making = EntryMaking(providers: providers, skills: skills, headers: headers)
    self.providers = Set(providers.map(\.id))
    self.skills = Set(skills.map(\.id))
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
      found.mentions = mentions([goal.requires])
      return PreparedEntry(text: text, found: found)
    case .credential(let written):
      let credential = known(written)
      var found = found(making.entry(credential), making.words(credential))
      let skills = Set(credential.teaches).map(IndexHash.number)
      found.mentions = mentions([credential.requires, credential.recommends, credential.corequires]) + skills
      found.gifts = skills.map { (0, $0) } + Set(credential.renews).map { (1, IndexHash.number(of: $0)) }
      found.stated = StatedFigures.stated(by: credential)
      return PreparedEntry(text: text, found: found)
    }
  }

  private func found(_ entry: LibraryEntry, _ words: [LibraryWord]) -> PreparedEntry.Found {
    let words = EntryWords(entry, words)
    return PreparedEntry.Found(
      entry: entry, title: SearchText.folded(entry.title), titleWords: words.title.count, words: words.text)
  }

  /// Each requirement counts once for every name in it, as in memory.
  private func mentions(_ requirements: [Requirement?]) -> [Int64] {
    requirements.compactMap { $0 }.flatMap { Set($0.namedCredentials + $0.namedSkills).map(IndexHash.number) }
  }

  /// Without a provider and skills that nothing bears.
  private func known(_ credential: Credential) -> Credential {
    var known = credential
    if let provider = credential.provider, !providers.contains(provider) { known.provider = nil }
    known.teaches = credential.teaches.filter(skills.contains)
    return known
  }
}
