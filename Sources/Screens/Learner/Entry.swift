import Catalogs
import Learners
import Planning
import Wording

/// A setting of a learner that is a list.
enum Entry: String, CaseIterable, Hashable, Sendable {
  case earned, known, begun, failed, pinned, excluded, waived, denied, own, rate, wished, note

  var name: String {
    switch self {
    case .earned: "Earned"
    case .known: "Known skills"
    case .begun: "Begun"
    case .failed: "Failed"
    case .pinned: "Pinned"
    case .excluded: "Excluded"
    case .waived: "Waived"
    case .denied: "Doesn't hold"
    case .own: "Own figures"
    case .rate: "Rates"
    case .wished: "Wishes"
    case .note: "Notes"
    }
  }

  /// What it does to the pathways.
  var sentence: String {
    switch self {
    case .earned: "Credentials that are held. With the day on which one was earned, it lapses when it does."
    case .known: "Skills that are known already, with no credential to show for it."
    case .begun: "Credentials that are begun, with the hours done so far: their fee is paid, the rest is left."
    case .failed: "Attempts that failed: another one costs the retake's fee and waits as long as it says."
    case .pinned: "Credentials that are taken whatever they cost."
    case .excluded: "What is done without: credentials, providers, ways of delivery, languages, the unvouched."
    case .waived: "Credentials whose requirements an institution has set aside for this learner."
    case .denied: "Conditions of requirements that don't hold, such as an age or a residence."
    case .own: "Own figures in place of the catalog's: a voucher, an employer's share, half of it known already."
    case .rate:
      "What one unit of another currency is worth in that of the goal. Without a rate, what is priced in another "
        + "currency is left out."
    case .wished: "Goals that are wished for, whatever the settings are. They are kept at once."
    case .note: "What somebody, such as an advisor, wrote down. Notes are kept at once."
    }
  }

  /// What is typed for an item; empty where nothing is.
  var hint: String {
    switch self {
    case .earned: "The day it was earned, such as 2026-01-05; empty: not known."
    case .begun: "Hours done so far, such as 12.5."
    case .failed: "The day of the attempt, then hours left: 2026-01-05 20."
    case .own: "fee 100 monthly 20 hours 30 days 28, any of them."
    case .rate: "What one of it is worth, such as 1.08."
    case .note: "What is to be remembered."
    default: ""
    }
  }

  /// What Enter does with an item; empty where it does nothing.
  var enter: String { self == .wished ? "Enter opens it" : hint.isEmpty ? "" : "Enter changes it" }

  /// The items with their keys, in the order in which they are listed.
  func items(of record: LearnerRecord, in catalog: Catalog, currency: String) -> [(key: String, text: String)] {
    let learner = record.learner
    func named(_ ids: some Sequence<String>, _ text: (String) -> String = { _ in "" }) -> [(key: String, text: String)]
    {
      ids.map { id in
        let own = text(id)
        return (id, catalog.title(id) + (own.isEmpty ? "" : ": \(own)"))
      }.sorted { ($0.text, $0.key) < ($1.text, $1.key) }
    }
    switch self {
    case .earned:
      return named(learner.earned.keys) { id in (learner.earned[id] ?? nil).map { Amounts.date($0) } ?? "" }
    case .known: return learner.knows.map { ($0, catalog.skillName($0)) }.sorted { $0.1 < $1.1 }
    case .begun: return named(learner.begun.keys) { "\(Amounts.hours(learner.begun[$0] ?? 0)) h done" }
    case .failed: return named(learner.failed.keys) { learner.failed[$0].map(Entry.words) ?? "" }
    case .pinned: return named(learner.pinned)
    case .excluded:
      return learner.excluded.map { ($0.key, $0.name(in: catalog)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    case .waived: return named(learner.waived)
    case .denied: return learner.denied.sorted().map { ($0, $0) }
    case .own: return named(learner.mine.keys) { learner.mine[$0].map { Entry.words($0, currency) } ?? "" }
    case .rate:
      return learner.rates.sorted { $0.key < $1.key }.map { ($0, "1 \($0) is \(Amounts.rate($1)) \(currency)") }
    case .wished: return record.goals.map { ($0, catalog.title($0)) }
    case .note: return record.notes.indices.map { (String($0), Entry.words(record.notes[$0])) }.reversed()
    }
  }

  private static func words(_ note: Note) -> String { "\(Amounts.date(note.date)): \(note.text)" }

  private static func words(_ attempt: FailedAttempt) -> String {
    [
      attempt.date.map { Amounts.date($0) }, attempt.minutesLeft.map { "\(Amounts.hours($0)) h left" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func words(_ own: OwnFigures, _ currency: String) -> String {
    [
      own.fee.map { "\(Amounts.money($0, isShort: true)) \(currency)" },
      own.monthly.map { "\(Amounts.money($0, isShort: true)) \(currency) a month" },
      own.workload.map { "\(Amounts.hours($0)) h" }, own.days.map { Amounts.count($0, "day") },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Exclusion {
  /// What the command line calls it.
  var key: String {
    switch self {
    case .credential(let id), .provider(let id): id
    case .delivery(let delivery): "delivery:\(delivery.rawValue)"
    case .language(let tag): "language:\(tag)"
    case .unvouched: "unvouched"
    }
  }

  static func words(ofProvider name: String) -> String { "everything by \(name)" }

  func name(in catalog: Catalog) -> String {
    switch self {
    case .credential(let id): catalog.title(id)
    case .provider(let id): Exclusion.words(ofProvider: catalog.providerName(id))
    case .delivery(let delivery): "everything \(delivery.rawValue)"
    case .language(let tag): "everything in \(tag) alone"
    case .unvouched: "everything nobody vouches for"
    }
  }
}

// MARK: Changing

extension Entry {
  /// Puts an item in, or changes it, by what was typed for it.
  func put(_ key: String, _ text: String, into learner: inout Learner, _ catalog: Catalog) throws(AnswerFault) {
    switch self {
    case .earned:
      learner.earned.updateValue(try Typed.date(text), forKey: key)
      learner.begun[key] = nil
      learner.failed[key] = nil
    case .known: learner.knows.insert(key)
    case .begun:
      learner.begun[key] = text.isEmpty ? 0 : try Typed.minutes(text)
      learner.earned.removeValue(forKey: key)
    case .failed: learner.failed[key] = try Entry.attempt(text)
    case .pinned:
      learner.pinned.insert(key)
      learner.excluded.remove(.credential(key))
    case .excluded:
      learner.excluded.insert(Entry.exclusion(key, catalog))
      learner.pinned.remove(key)
    case .waived: learner.waived.insert(key)
    case .denied: learner.denied.insert(key)
    case .own:
      let own = try Entry.figures(text)
      learner.mine[key] = own == OwnFigures() ? nil : own
    case .rate: learner.rates[key] = try Typed.rate(text)
    case .wished, .note: break
    }
  }

  func remove(_ key: String, from learner: inout Learner) {
    switch self {
    case .earned: learner.earned.removeValue(forKey: key)
    case .known: learner.knows.remove(key)
    case .begun: learner.begun[key] = nil
    case .failed: learner.failed[key] = nil
    case .pinned: learner.pinned.remove(key)
    case .excluded: learner.excluded = learner.excluded.filter { $0.key != key }
    case .waived: learner.waived.remove(key)
    case .denied: learner.denied.remove(key)
    case .own: learner.mine[key] = nil
    case .rate: learner.rates[key] = nil
    case .wished, .note: break
    }
  }

  static func exclusion(_ key: String, _ catalog: Catalog) -> Exclusion {
    if key == Exclusion.unvouched.key { return .unvouched }
    let delivery = Credential.Delivery.allCases.first { Exclusion.delivery($0).key == key }
    if let delivery { return .delivery(delivery) }
    let language = Exclusion.language("").key
    if key.hasPrefix(language) { return .language(String(key.dropFirst(language.count))) }
    return catalog.credential(key) == nil && catalog.provider(key) != nil ? .provider(key) : .credential(key)
  }

  private static func attempt(_ text: String) throws(AnswerFault) -> FailedAttempt {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return FailedAttempt() }
    let date = CalendarDate(iso: first)
    let hours = words.dropFirst(date == nil ? 0 : 1).joined(separator: " ")
    return FailedAttempt(date: date, minutesLeft: hours.isEmpty ? nil : try Typed.minutes(hours))
  }

  private static func figures(_ text: String) throws(AnswerFault) -> OwnFigures {
    var own = OwnFigures()
    let words = text.split(separator: " ").map(String.init)
    for place in stride(from: 0, to: words.count, by: 2) {
      guard place + 1 < words.count else { throw AnswerFault("\"\(words[place])\" needs a figure after it") }
      let figure = words[place + 1]
      switch words[place] {
      case "fee": own.fee = try Typed.money(figure)
      case "monthly": own.monthly = try Typed.money(figure)
      case "hours": own.workload = try Typed.minutes(figure)
      case "days":
        own.days = try Typed.deadline(figure + "d", from: CalendarDate(dayNumber: 0))
        guard own.days.map(Learner.Bounds.days.contains) ?? true else {
          throw AnswerFault("\"\(figure)\" days are more than a hundred years")
        }
      default: throw AnswerFault("\"\(words[place])\" is none of fee, monthly, hours and days")
      }
    }
    return own
  }
}
