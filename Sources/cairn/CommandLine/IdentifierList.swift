import Catalogs
import Planning

/// Reads lists such as `cka@2024-05-01,ckad`.
///
/// Ids may hold commas, colons, `@` and spaces themselves, so a list is cut by what the catalog knows: from each place
/// the longest piece that is an item counts.
struct IdentifierList {
  private let option: String
  private let names: Names
  private var catalog: Catalog { names.catalog }

  init(_ option: String, _ names: Names) {
    self.option = option
    self.names = names
  }

  func credentials(_ texts: [String]) throws(Failure) -> [String] { try items(texts, credential, unknownCredential) }

  func skills(_ texts: [String]) throws(Failure) -> [String] {
    try items(
      texts, { catalog.skill($0)?.id ?? taughtSkill($0) }, { names.unknownSkill($0, option) })
  }

  func dated(_ texts: [String]) throws(Failure) -> [(id: String, date: CalendarDate?)] {
    try items(texts, { dated($0) }, unknownCredential)
  }

  func withHours(_ texts: [String]) throws(Failure) -> [(id: String, minutes: Int)] {
    try items(
      texts,
      { text in
        guard let (name, minutes) = IdentifierList.hours(text), let id = credential(name) else { return nil }
        return (id, minutes)
      },
      { text in
        guard credential(text) == nil else {
          return .usage("\(option): say the hours done, as \(text):12")
        }
        return names.unknownCredential(IdentifierList.hours(text)?.name ?? text, option)
      })
  }

  func attempts(_ texts: [String]) throws(Failure) -> [(id: String, attempt: FailedAttempt)] {
    try items(texts, { attempt($0) }, unknownCredential)
  }

  func exclusions(_ texts: [String]) throws(Failure) -> [Exclusion] {
    try items(texts, exclusion, { names.unknownExclusion($0, option) })
  }

  // MARK: One item

  private func credential(_ text: String) -> String? { catalog.credential(text)?.id }

  /// A skill that credentials teach though no list of skills names it.
  private func taughtSkill(_ text: String) -> String? {
    catalog.credentials.contains { $0.teaches.contains(text) } ? text : nil
  }

  private func dated(_ text: String) -> (id: String, date: CalendarDate?)? {
    if let id = credential(text) { return (id, nil) }
    guard let (name, date) = IdentifierList.date(text), let id = credential(name) else { return nil }
    return (id, date)
  }

  private func attempt(_ text: String) -> (id: String, attempt: FailedAttempt)? {
    if let id = credential(text) { return (id, FailedAttempt()) }
    if let (name, minutes) = IdentifierList.hours(text), let id = credential(name) {
      return (id, FailedAttempt(minutesLeft: minutes))
    }
    guard let (name, date) = IdentifierList.date(text), let (id, attempt) = attempt(name), attempt.date == nil else {
      return nil
    }
    return (id, FailedAttempt(date: date, minutesLeft: attempt.minutesLeft))
  }

  private func exclusion(_ text: String) -> Exclusion? {
    if text == "unvouched" { return .unvouched }
    if text.hasPrefix("delivery:"), let delivery = Credential.Delivery(rawValue: String(text.dropFirst(9))) {
      return .delivery(delivery)
    }
    // No name of a language holds a comma: what follows one is the next item.
    if text.hasPrefix("language:"), text.count > 9, !text.contains(",") {
      return .language(String(text.dropFirst(9)))
    }
    if let id = credential(text) { return .credential(id) }
    return catalog.provider(text).map { .provider($0.id) }
  }

  private func unknownCredential(_ text: String) -> Failure {
    let bare = IdentifierList.date(text)?.name ?? text
    return names.unknownCredential(IdentifierList.hours(bare)?.name ?? bare, option)
  }

  /// `ID@DATE`
  private static func date(_ text: String) -> (name: String, date: CalendarDate)? {
    guard let mark = text.lastIndex(of: "@"), let date = CalendarDate(iso: String(text[text.index(after: mark)...]))
    else { return nil }
    return (String(text[..<mark]), date)
  }

  /// `ID:HOURS`
  private static func hours(_ text: String) -> (name: String, minutes: Int)? {
    guard let mark = text.lastIndex(of: ":"),
      let hours = HoursArgument(argument: String(text[text.index(after: mark)...]))
    else { return nil }
    return (String(text[..<mark]), hours.minutes)
  }

  // MARK: The list

  private func items<Item>(
    _ texts: [String], _ item: (String) -> Item?, _ unknown: (String) -> Failure
  ) throws(Failure) -> [Item] {
    var found: [Item] = []
    for text in texts {
      let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      var place = 0
      while place < pieces.count {
        guard let (next, end) = longest(pieces, from: place, item) else {
          if IdentifierList.trimmed(pieces[place]).isEmpty {
            place += 1
            continue
          }
          throw unknown(IdentifierList.trimmed(pieces[place]))
        }
        found.append(next)
        place = end
      }
    }
    return found
  }

  private func longest<Item>(_ pieces: [String], from place: Int, _ item: (String) -> Item?) -> (Item, Int)? {
    for end in stride(from: pieces.count, to: place, by: -1) {
      let text = pieces[place..<end].joined(separator: ",")
      if let found = item(text) ?? item(IdentifierList.trimmed(text)) { return (found, end) }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
