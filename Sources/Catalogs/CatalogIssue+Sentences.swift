extension CatalogIssue.Fact {
  /// One sentence, without its full stop.
  var text: String {
    fileText ?? headerText ?? fieldText ?? figureText ?? nameText ?? requirementText
  }

  /// True where the sentence already says that id.
  func names(_ id: String) -> Bool {
    switch self {
    case .duplicateIdentifier(_, let named, _), .leadsNowhere(let named): return named == id
    case .circular(let round): return round.first == id
    default: return false
    }
  }

  private var fileText: String? {
    switch self {
    case .syntax(let words): return CatalogIssue.printable(words)
    case .invalidUTF8: return "bytes that are not UTF-8; save the file as UTF-8"
    case .controlCharacter(let code):
      return "a control character (U+\(CatalogIssue.Fact.hexadecimal(code))) that no catalog needs; remove it"
    case .otherEncoding(let name): return "the file is \(name); save it as UTF-8"
    case .nothingInFile: return "nothing is written in this file"
    case .tooDeep(let limit): return "nested more than \(limit) levels deep; no catalog needs that"
    case .tooManyAliases: return "aliases (*name) multiply beyond all measure here; write the values out"
    case .tooManySyntaxFaults: return "too many faults of syntax in this file"
    case .duplicateKey(let key, let first):
      return "\(quoted(key)) is written twice, first in line \(first.line); keep one of them"
    default: return nil
    }
  }

  private var headerText: String? {
    switch self {
    case .missingHeader:
      return "no file here says which catalog this is; begin it with catalog:, title: and currency:"
    case .severalHeaders(let ids):
      return "this file has no catalog: of its own, and its folder holds several (\(list(ids))); say which"
    case .contradictingHeader(let id, let field, let first):
      return "\(field) of catalog \(quoted(id)) differs from the one in \(place(first)); entries take their own file's"
    case .missingCreditSystem(let catalog):
      return "credits without a system: say creditSystem: in the header of \(quoted(catalog))"
        + " (semester-hours, ects, cats …)"
    default: return nil
    }
  }

  private var fieldText: String? {
    switch self {
    case .unknownKey(let key, let owner, let nearest):
      return "unknown key \(quoted(key)) of a \(owner)" + guess(nearest)
    case .missing(let field): return "\(field) is missing; say it"
    case .empty(let field): return "\(field) is empty; say it"
    case .wrongType(let field, let expected, let found):
      return "\(field) should be \(expected), but is \(article(found))"
    case .noNumber(let field, let meant):
      let remedy = meant.map { "write \($0)" } ?? "write one, a range as low and high, or none where it isn't known"
      return "\(field) should be a number, but is a text; \(remedy)"
    case .unknownWord(let word, let field, let nearest, let known):
      let hint = guess(nearest)
      return "unknown \(field) \(quoted(word))" + (hint.isEmpty ? "; one of \(known.joined(separator: ", "))" : hint)
    case .unknownCurrency(let code, let nearest):
      return "unknown currency \(quoted(code)); write its code of ISO 4217, such as EUR" + guess(nearest)
    case .noSuchDate(let text, let field):
      return "\(field): \(quoted(text)) is no date; write an existing day as 2026-01-31"
    case .togetherWith(let key, let other): return "both \(other) and \(key) are said; keep one of them"
    case .without(let key, let other): return "\(key) means nothing without \(other); say both"
    case .repeated(let id): return "\(quoted(id)) stands twice in this list and counts once"
    default: return nil
    }
  }

  private var figureText: String? {
    switch self {
    case .negative(let field, let written):
      return "\(field) is negative (\(short(written))); leave it out where it isn't known"
    case .absurd(let field, let written, let limit):
      return "\(field) is no believable figure (\(short(written)); at most \(limit))"
    case .notWhole(let field, let written): return "\(field) should be a whole number, but is \(short(written))"
    case .lowAboveHigh(let field): return "low of \(field) is above its high; swap them"
    case .outsideRange(let field):
      return "the figure of \(field) lies outside its own low and high; correct one of them"
    default: return nil
    }
  }

  private var nameText: String? {
    switch self {
    case .duplicateIdentifier(let kind, let id, let first):
      return "another \(kind.rawValue) is called \(quoted(id)), in \(place(first)); give one of them another id"
    case .unknownIdentifier(let kind, let id, let nearest):
      let remedy = nearest == nil ? "; write an entry for it, or another name here" : guess(nearest)
      return "unknown \(kind.rawValue) \(quoted(id))" + remedy
    case .leftOutIdentifier(let kind, let id):
      return "\(kind.rawValue) \(quoted(id)) is left out for a fault of its own; mend that first"
    default: return nil
    }
  }

  private var requirementText: String {
    switch self {
    case .notOneRequirement(let keys):
      return keys.isEmpty
        ? "no requirement: say one of credential, skill, all, any, atLeast, distinct, credits or condition"
        : "a requirement is one thing, but here are \(keys.joined(separator: ", ")); put them under all or any"
    case .emptyChoice: return "any of nothing can't be met; name what it is a choice of"
    case .asksForNothing(let key): return "\(key) 0 asks for nothing; say how much, or leave it out"
    case .namesItself(let field):
      return "\(field) names the credential itself, which means nothing; name another, or take it out"
    case .atLeastMoreThanOffered(let need, let offered):
      return "at least \(need) of only \(offered); lower it or add parts"
    case .creditsOutOfReach(let need, let offered):
      return "\(credits(need)) credits are asked for, but the list bears only \(credits(offered)) together"
    case .distinctOutOfReach(let parts, let offered):
      return
        "no credential may count for two of these \(parts) parts, and the \(offered) that they name can't be shared out"
    case .untaughtSkill(let skill):
      return "no other credential teaches the skill \(quoted(skill)); say teaches: where one does"
    case .circular(let round):
      return round.count == 1
        ? "\(quoted(round[0])) requires itself, so nobody can begin it; take that out"
        : "a circle that nobody can enter: "
          + (round.prefix(6) + (round.count > 6 ? ["…"] : []) + round.prefix(1)).map { $0 == "…" ? $0 : quoted($0) }
          .joined(separator: " requires ") + "; take one of these out"
    case .unreachable(let names): return "it can never begin" + because(names)
    case .unreachableGoal(let names): return "nothing reaches this goal" + because(names)
    case .leadsNowhere(let id):
      return "no goal and no other credential has a use for \(quoted(id)); let one ask for it or for what it teaches"
    case .manyLeadNowhere(let count, let examples):
      return "no goal and no other credential has a use for \(count) credentials, \(list(examples)) among them"
    default: return ""
    }
  }

  private func quoted(_ text: String) -> String { CatalogIssue.quoted(text) }
  private func short(_ text: String) -> String { String(CatalogIssue.printable(text).prefix(24)) }
  private func list(_ ids: [String]) -> String { ids.map(quoted).joined(separator: ", ") }
  private func guess(_ nearest: String?) -> String { nearest.map { "; did you mean \(quoted($0))?" } ?? "" }
  private func place(_ position: SourcePosition) -> String {
    "\(CatalogIssue.printable(position.file)):\(position.line):\(position.column)"
  }
  private func because(_ names: [String]) -> String { names.isEmpty ? "" : ": \(list(names)) can't be had" }
  private func article(_ shape: DraftNode.Shape) -> String { shape == .nothing ? "nothing" : "a \(shape.rawValue)" }

  /// Hundredths as a decimal number without needless zeros.
  private func credits(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
