/// Abbreviations made of a title's words: `cka` of *Certified Kubernetes Administrator*.
enum Initials {
  static let small: Set<String> = [
    "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "la", "le", "of", "on", "or", "the", "to", "und",
    "with",
  ]

  /// Of all words and of all but the small ones; also without the first word or two, where the provider's name stands.
  static func of(_ title: String) -> [String] {
    let plain = title.prefix { $0 != "(" }
    let words = SearchText.folded(String(plain)).split { !$0.isInWord }
    guard (2...9).contains(words.count) else { return [] }
    let large = words.filter { !small.contains(String($0)) }
    var found: [String] = []
    for words in [words, large] {
      for start in 0..<min(3, words.count) {
        let initials = String(words[start...].compactMap(\.first))
        if initials.count > 2 || (start == 0 && initials.count == 2), !found.contains(initials) {
          found.append(initials)
        }
      }
    }
    return found
  }
}
