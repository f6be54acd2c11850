import Catalogs
import Planning

/// Reads a setting as somebody writes it: `hours-per-week=12`, `exclude=cka`, `budget=none`.
public struct SettingText {
  private let catalog: Catalog
  private let learner: Learner

  /// Why a text is no setting, as a sentence without a full stop.
  public struct Fault: Error, Hashable, Sendable {
    public var sentence: String
  }

  public init(catalog: Catalog, learner: Learner) {
    self.catalog = catalog
    self.learner = learner
  }

  /// The names of settings, those of the options that set them.
  public static let names = [
    "hours-per-week", "at-once", "start", "budget", "deadline", "spent", "wage", "week-price", "exclude", "allow",
    "pin", "unpin", "earned", "begun", "failed", "unearned", "own", "waive", "unwaive", "knows", "unknown", "deny",
    "holds", "rate", "estimates",
  ]

  /// What a setting may name: its value, also without the day or the hours behind it.
  public static func mentioned(in text: String) -> [String] {
    guard let sign = text.firstIndex(of: "=") else { return [] }
    let value = text[text.index(after: sign)...]
    let marks = ["@", ":"].compactMap { value.lastIndex(of: $0) }
    return [String(value)] + marks.map { String(value[..<$0]) }
  }

  public func change(_ text: String) throws(Fault) -> SettingChange {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == 2 else { throw Fault(sentence: "\"\(text)\" is no SETTING=VALUE, such as hours-per-week=12") }
    let (name, value) = (parts[0].lowercased(), parts[1])
    guard SettingText.names.contains(name) else {
      throw Fault(
        sentence: "no setting is called \"\(parts[0])\""
          + guess(NearestName.nearest(to: name, among: SettingText.names)))
    }
    if let change = figure(name, value) ?? date(name, value) { return change }
    if let change = try named(name, value) { return change }
    throw Fault(sentence: "\"\(value)\" is no value of \(name), which is written \(SettingText.example(name))")
  }

  private static func example(_ name: String) -> String {
    switch name {
    case "at-once": "at-once=2"
    case "hours-per-week": "hours-per-week=12"
    case "start": "start=2027-01-05"
    case "deadline": "deadline=26w, 180d, 2027-06-30 or none"
    case "begun": "begun=ID:HOURS"
    case "failed": "failed=ID, failed=ID:HOURS or failed=ID:HOURS@2026-01-03"
    case "own": "own=ID:fee 100 monthly 20 hours 30 days 28, any of them"
    case "rate": "rate=EUR=1.08 or rate=EUR=none"
    case "estimates": "estimates=no"
    default: "\(name)=500 or \(name)=none"
    }
  }

  // MARK: Figures

  private func figure(_ name: String, _ value: String) -> SettingChange? {
    let isNone = value.lowercased() == "none"
    switch name {
    case "hours-per-week": return scaled(value, 60).flatMap { $0 > 0 ? .minutesPerWeek($0) : nil }
    case "at-once": return Int(value).flatMap { $0 > 0 ? .atOnce($0) : nil }
    case "budget": return isNone ? .budget(nil) : scaled(value, 100).map { .budget($0) }
    case "wage": return isNone ? .wage(nil) : scaled(value, 100).map { .wage($0) }
    case "week-price": return isNone ? .weekPrice(nil) : scaled(value, 100).map { .weekPrice($0) }
    case "spent": return scaled(value, 100).map { .spent($0) }
    case "rate": return rate(value)
    case "estimates":
      let words = ["yes": true, "no": false]
      return words[value.lowercased()].map { .estimates(allowed: $0) }
    default: return nil
    }
  }

  /// Not negative.
  private func scaled(_ text: String, _ factor: Int) -> Int? {
    guard let decimal = DecimalText(String(text.filter { $0 != "," })), !decimal.isNegative else { return nil }
    return decimal.rounded(times: factor)
  }

  private func rate(_ value: String) -> SettingChange? {
    let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, CurrencyCode.all.contains(parts[0].uppercased()) else { return nil }
    if parts[1].lowercased() == "none" { return .rate(parts[0].uppercased(), nil) }
    guard let worth = scaled(parts[1], 1_000_000), worth > 0 else { return nil }
    return .rate(parts[0].uppercased(), worth)
  }

  private func date(_ name: String, _ value: String) -> SettingChange? {
    if name == "start" { return CalendarDate(iso: value).map { .start($0) } }
    guard name == "deadline" else { return nil }
    if value.lowercased() == "none" { return .deadline(nil) }
    if let date = CalendarDate(iso: value) { return .deadline(date - learner.start) }
    guard let unit = ["d": 1, "w": 7][value.suffix(1)], let thousandths = scaled(String(value.dropLast()), 1000 * unit)
    else { return nil }
    return .deadline(thousandths / 1000)
  }

  // MARK: Names

  private func named(_ name: String, _ value: String) throws(Fault) -> SettingChange? {
    switch name {
    case "exclude": return .exclude(try exclusion(value))
    case "allow": return .allow(try exclusion(value))
    case "pin": return .pin(try credential(value))
    case "unpin": return .unpin(try credential(value))
    case "waive": return .waive(try credential(value))
    case "unwaive": return .require(try credential(value))
    case "failed": return try failed(value)
    case "earned": return try earned(value)
    case "unearned": return .forget(try credential(value))
    case "begun": return try begun(value)
    case "own": return try own(value)
    case "knows": return .know(try skill(value))
    case "unknown": return .unknow(try skill(value))
    case "deny": return .deny(try condition(value))
    case "holds": return .affirm(try condition(value))
    default: return nil
    }
  }

  private func earned(_ value: String) throws(Fault) -> SettingChange {
    if catalog.credential(value) == nil, let mark = value.lastIndex(of: "@"),
      let date = CalendarDate(iso: String(value[value.index(after: mark)...]))
    {
      return .earn(try credential(String(value[..<mark])), date)
    }
    return .earn(try credential(value), nil)
  }

  private func begun(_ value: String) throws(Fault) -> SettingChange? {
    guard let mark = value.lastIndex(of: ":"), let minutes = scaled(String(value[value.index(after: mark)...]), 60)
    else {
      return nil
    }
    return .begin(try credential(String(value[..<mark])), minutes: minutes)
  }

  /// `ID[:HOURS][@DATE]`
  private func failed(_ value: String) throws(Fault) -> SettingChange {
    var name = Substring(value)
    var attempt = FailedAttempt()
    if catalog.credential(String(name)) == nil, let mark = name.lastIndex(of: "@"),
      let date = CalendarDate(iso: String(name[name.index(after: mark)...]))
    {
      attempt.date = date
      name = name[..<mark]
    }
    if catalog.credential(String(name)) == nil, let mark = name.lastIndex(of: ":"),
      let minutes = scaled(String(name[name.index(after: mark)...]), 60)
    {
      attempt.minutesLeft = minutes
      name = name[..<mark]
    }
    return .fail(try credential(String(name)), attempt)
  }

  /// `ID:fee 100 hours 30`; what isn't named stays as it was.
  private func own(_ value: String) throws(Fault) -> SettingChange? {
    guard let mark = value.lastIndex(of: ":") else { return nil }
    let id = try credential(String(value[..<mark]))
    let words = value[value.index(after: mark)...].split(separator: " ").map(String.init)
    guard !words.isEmpty, words.count % 2 == 0 else { return nil }
    var own = learner.mine[id] ?? OwnFigures()
    for place in stride(from: 0, to: words.count, by: 2) {
      let factors = ["fee": 100, "monthly": 100, "hours": 60, "days": 1]
      guard let factor = factors[words[place]], let figure = scaled(words[place + 1], factor) else { return nil }
      switch words[place] {
      case "fee": own.fee = figure
      case "monthly": own.monthly = figure
      case "hours": own.workload = figure
      default: own.days = figure
      }
    }
    return .own(id, own)
  }

  /// As some catalog states it.
  private func condition(_ written: String) throws(Fault) -> String {
    let stated = Set(
      (catalog.goals.map(\.requires) + catalog.credentials.flatMap { [$0.requires, $0.corequires].compactMap { $0 } })
        .flatMap(\.namedConditions)
    ).union(learner.denied)
    if let found = stated.sorted().first(where: { trimmed($0[...]).lowercased() == written.lowercased() }) {
      return found
    }
    throw Fault(
      sentence: "no catalog states the condition \"\(written)\""
        + guess(NearestName.nearest(to: written, among: stated)))
  }

  /// By its id, or by its title whatever its case.
  private func credential(_ written: String) throws(Fault) -> String {
    if let found = catalog.credential(written) { return found.id }
    if let titled = catalog.credentials.first(where: { $0.title.lowercased() == written.lowercased() }) {
      return titled.id
    }
    throw unknown("credential", written, catalog.credentials.map { ($0.id, $0.title) })
  }

  private func skill(_ written: String) throws(Fault) -> String {
    if let found = catalog.skill(written) { return found.id }
    if let named = catalog.skills.first(where: { $0.name.lowercased() == written.lowercased() }) { return named.id }
    throw unknown("skill", written, catalog.skills.map { ($0.id, $0.name) })
  }

  private func exclusion(_ written: String) throws(Fault) -> Exclusion {
    if written == "unvouched" { return .unvouched }
    if written.hasPrefix("delivery:"), let delivery = Credential.Delivery(rawValue: String(written.dropFirst(9))) {
      return .delivery(delivery)
    }
    if written.hasPrefix("language:"), written.count > 9 { return .language(String(written.dropFirst(9))) }
    if let provider = catalog.provider(written), catalog.credential(written) == nil { return .provider(provider.id) }
    return .credential(try credential(written))
  }

  private func unknown(_ kind: String, _ written: String, _ entries: [(id: String, title: String)]) -> Fault {
    let id = NearestName.nearest(to: written, among: entries.map(\.id))
    let title = id == nil ? NearestName.nearest(to: written, among: entries.map(\.title)) : nil
    let nearest = id ?? entries.first { $0.title == title }?.id
    return Fault(sentence: "no \(kind) is called \"\(written)\"" + guess(nearest))
  }

  private func guess(_ nearest: String?) -> String { nearest.map { "; did you mean \"\($0)\"?" } ?? "" }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension SettingText {
  /// One of the smallest changes as `SETTING=VALUE`, which reads back as the same; `nil` for changes of another kind.
  public static func written(_ change: SettingChange) -> String? {
    switch change {
    case .minutesPerWeek(let minutes): "hours-per-week=\(Amounts.hours(minutes).filter { $0 != "," })"
    case .atOnce(let count): "at-once=\(count)"
    case .start(let date): "start=\(date.iso)"
    case .budget(let cents?): "budget=\(Amounts.money(cents).filter { $0 != "," })"
    case .deadline(let day?): "deadline=\(day)d"
    case .allow(let exclusion): "allow=\(written(exclusion))"
    case .unpin(let id): "unpin=\(id)"
    case .affirm(let text): "holds=\(text)"
    case .estimates(let allowed): "estimates=\(allowed ? "yes" : "no")"
    default: nil
    }
  }

  private static func written(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .credential(let id), .provider(let id): id
    case .delivery(let delivery): "delivery:\(delivery.rawValue)"
    case .language(let language): "language:\(language)"
    case .unvouched: "unvouched"
    }
  }
}
