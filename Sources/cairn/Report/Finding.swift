import Catalogs
import Wording

/// Finds entries by words.
struct Finding {
  struct Match {
    enum Kind: String { case goal, credential, skill }
    var kind: Kind
    var id: String
    var title: String
    /// Less is better.
    var rank: Int
  }

  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// Entries in which each of the (folded) words begins a word; best first, of equals goals before credentials before
  /// skills, then by title.
  func matches(_ words: [String]) -> [Match] {
    let goals = catalog.goals.compactMap { goal in
      match(.goal, goal.id, goal.title, [goal.occupation?.soc ?? ""], words)
    }
    let credentials = catalog.credentials.compactMap { credential in
      match(
        .credential, credential.id, credential.title,
        [catalog.providerName(credential.provider), credential.provider ?? "", credential.kind.rawValue]
          + credential.teaches.flatMap { [$0, catalog.skillName($0)] }, words)
    }
    let skills = catalog.skills.compactMap { match(.skill, $0.id, $0.name, [], words) }
    let order: [Match.Kind] = [.goal, .credential, .skill]
    return [goals, credentials, skills].enumerated().flatMap { place, found in found.map { (place, $0) } }
      .sorted { ($0.1.rank, $0.0, $0.1.title, $0.1.id) < ($1.1.rank, $1.0, $1.1.title, $1.1.id) }
      .map(\.1).filter { order.contains($0.kind) }
  }

  /// The sum over the words of where each was found: 0 a whole word of the title or the id, 1 its beginning, 2 and 3
  /// the same elsewhere. An entry whose title or id is just what was asked for comes before all others.
  private func match(
    _ kind: Match.Kind, _ id: String, _ title: String, _ others: [String], _ words: [String]
  ) -> Match? {
    let first = Folding.words(title) + Folding.words(id) + [Folding.folded(id)]
    let rest = others.flatMap(Folding.words)
    var rank = 0
    for word in words {
      if first.contains(word) {
        rank += 0
      } else if first.contains(where: { $0.hasPrefix(word) }) {
        rank += 1
      } else if rest.contains(word) {
        rank += 2
      } else if rest.contains(where: { $0.hasPrefix(word) }) {
        rank += 3
      } else {
        return nil
      }
    }
    if Folding.words(title) == words || Folding.words(id) == words { rank = -1 }
    return Match(kind: kind, id: id, title: title, rank: rank)
  }
}
