import Catalogs
import Wording

/// Finds goals, credentials and who teaches a skill, by words in any order, each the beginning of a word.
struct Finding {
  struct Result: Hashable {
    var id: String
    var title: String
    var note: String
  }

  let catalog: Catalog

  /// Goals first, then what bears the words in its title or id, then what teaches a skill of that name.
  func results(_ text: String, atMost: Int = 200) -> [Result] {
    let words = Finding.words(text)
    guard !words.isEmpty else {
      return catalog.goals.prefix(atMost).map { Result(id: $0.id, title: $0.title, note: "goal") }
    }
    var found: [Result] = []
    for goal in catalog.goals where Finding.matches(words, "\(goal.title) \(goal.id)") {
      found.append(Result(id: goal.id, title: goal.title, note: "goal"))
    }
    let skills = Set(catalog.skills.filter { Finding.matches(words, "\($0.name) \($0.id)") }.map(\.id))
    var teachers: [Result] = []
    for credential in catalog.credentials where found.count + teachers.count < atMost * 2 {
      let provider = catalog.providerName(credential.provider)
      if Finding.matches(words, "\(credential.title) \(credential.id) \(provider)") {
        found.append(Result(id: credential.id, title: credential.title, note: provider))
      } else if let skill = credential.teaches.first(where: skills.contains) {
        teachers.append(
          Result(id: credential.id, title: credential.title, note: "teaches \(catalog.skillName(skill))"))
      }
    }
    return Array((found + teachers).prefix(atMost))
  }

  private static func matches(_ words: [String], _ text: String) -> Bool {
    let own = Self.words(text)
    return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
