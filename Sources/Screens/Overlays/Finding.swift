import Catalogs
import Wording

/// Finds goals, credentials and who teaches a skill, by words in any order, each the beginning of a word.
struct Finding {
  struct Result: Hashable {
    var id: String
    var title: String
    var note: String
  }

  private let catalog: Catalog
  // Taken apart once: every key typed looks at all of them.
  private let goalWords: [[String]]
  private let skillWords: [[String]]
  private let credentialWords: [[String]]

  init(catalog: Catalog) {
    self.catalog = catalog
    goalWords = catalog.goals.map { Finding.words("\($0.title) \($0.id)") }
    skillWords = catalog.skills.map { Finding.words("\($0.name) \($0.id)") }
    credentialWords = catalog.credentials.map {
      Finding.words("\($0.title) \($0.id) \(catalog.providerName($0.provider))")
    }
  }

  /// Goals first, then what bears the words in its title or id, then what teaches a skill of that name.
  func results(_ text: String, atMost: Int = 200) -> [Result] {
    let words = Finding.words(text)
    guard !words.isEmpty else {
      return catalog.goals.prefix(atMost).map { Result(id: $0.id, title: $0.title, note: "goal") }
    }
    var found: [Result] = []
    for (goal, own) in zip(catalog.goals, goalWords) where Finding.matches(words, own) {
      found.append(Result(id: goal.id, title: goal.title, note: "goal"))
    }
    let skills = Set(zip(catalog.skills, skillWords).filter { Finding.matches(words, $1) }.map(\.0.id))
    var teachers: [Result] = []
    for (credential, own) in zip(catalog.credentials, credentialWords) where found.count + teachers.count < atMost * 2 {
      if Finding.matches(words, own) {
        let provider = catalog.providerName(credential.provider)
        found.append(Result(id: credential.id, title: credential.title, note: provider))
      } else if let skill = credential.teaches.first(where: skills.contains) {
        teachers.append(
          Result(id: credential.id, title: credential.title, note: "teaches \(catalog.skillName(skill))"))
      }
    }
    return Array((found + teachers).prefix(atMost))
  }

  private static func matches(_ words: [String], _ own: [String]) -> Bool {
    words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
