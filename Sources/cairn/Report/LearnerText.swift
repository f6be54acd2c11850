import Catalogs
import Learners
import Planning
import Wording

/// What is kept of a learner, for people.
struct LearnerText {
  private let record: LearnerRecord
  private let history: RecordHistory

  init(_ record: LearnerRecord, history: RecordHistory) {
    self.record = record
    self.history = history
  }

  var lines: [String] {
    var lines = [record.name] + LearnerText.settings(record.kept).map { "  " + $0 }
    if record.hasDraft { lines += ["Being tried"] + LearnerText.settings(record.current).map { "  " + $0 } }
    lines += section("Wishes", record.goals)
    lines += section("Notes", record.notes.map { "\(Amounts.date($0.date)): \($0.text)" })
    lines += section("Saved pathways", record.pathways.map(pathway))
    let shown = history.done.suffix(LearnerText.most).reversed().map(change)
    let older = history.older + max(0, history.done.count - LearnerText.most)
    let rest = older == 0 ? [] : ["and \(Amounts.count(older, "change")) before, which cairn learner export has"]
    return lines + section("Changed last", shown + rest)
      + section("Undone, to be done again", history.undone.reversed().map(change))
  }

  /// Changes that are listed; an export has all.
  static let most = 10

  private func section(_ title: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : [title] + texts.map { "  " + $0 }
  }

  private func pathway(_ saved: SavedPathway) -> String {
    var marks: [String] = []
    if saved.isFavourite { marks.append("favourite") }
    if saved.name == record.followed { marks.append("followed") }
    let goals = Amounts.list(saved.request.goals)
    let figures = "\(Amounts.money(saved.pathway.cost)) \(saved.currency), \(Amounts.weeks(saved.pathway.days)) weeks"
    return "\(saved.name): \(goals), \(figures), saved \(Amounts.date(saved.saved))"
      + (marks.isEmpty ? "" : " (\(Amounts.list(marks)))")
  }

  private func change(_ change: RecordChange) -> String {
    let day = change.moment.map { Amounts.date(CalendarDate(dayNumber: $0 / 86_400)) + ": " } ?? ""
    return day + change.name
  }

  /// The settings, one a line, those that nobody set left out.
  static func settings(_ profile: Profile) -> [String] {
    let learner = profile.learner
    var lines = ["\(Amounts.studyTime(learner.minutesPerWeek)) a week, \(learner.atOnce) at once"]
    lines.append(profile.startsToday ? "starts on the day of planning" : "starts \(Amounts.date(learner.start))")
    if let budget = learner.budget { lines.append("budget \(Amounts.money(budget))") }
    if learner.spent > 0 { lines.append("spent \(Amounts.money(learner.spent))") }
    if let deadline = learner.deadline { lines.append("done by \(Amounts.date(learner.start + deadline))") }
    if let wage = learner.currentWage { lines.append("earns \(Amounts.money(wage)) a year") }
    if let price = learner.weekPrice { lines.append("a week is worth \(Amounts.money(price))") }
    if !learner.allowsEstimates { lines.append("without estimates") }
    let earned = learner.earned.sorted { $0.key < $1.key }
    lines += list("earned", earned.map { id, date in date.map { "\(id) (\($0.iso))" } ?? id })
    let begun = learner.begun.sorted { $0.key < $1.key }
    lines += list("begun", begun.map { "\($0.key) (\(Amounts.hours($0.value)) h)" })
    lines += list("failed", learner.failed.sorted { $0.key < $1.key }.map { attempt($0.key, $0.value) })
    lines += list("knows", learner.knows.sorted())
    lines += list("excluded", learner.excluded.map(name).sorted())
    lines += list("pinned", learner.pinned.sorted())
    lines += list("set aside for", learner.waived.sorted())
    lines += list("denied", learner.denied.sorted())
    lines += list("own figures", learner.mine.sorted { $0.key < $1.key }.map { own($0.key, $0.value) })
    lines += list("rates", learner.rates.sorted { $0.key < $1.key }.map { "1 \($0.key) is \(Amounts.rate($0.value))" })
    return lines
  }

  private static func attempt(_ id: String, _ attempt: FailedAttempt) -> String {
    let known = [
      attempt.date.map { "on \($0.iso)" }, attempt.minutesLeft.map { "\(Amounts.hours($0)) h left" },
    ].compactMap { $0 }
    return known.isEmpty ? id : "\(id) (\(known.joined(separator: ", ")))"
  }

  private static func own(_ id: String, _ own: OwnFigures) -> String {
    let figures = [
      own.fee.map { "fee \(Amounts.money($0))" }, own.monthly.map { "\(Amounts.money($0)) a month" },
      own.workload.map { "\(Amounts.hours($0)) h" }, own.days.map { Amounts.count($0, "day") },
    ].compactMap { $0 }
    return "\(id) (\(figures.joined(separator: ", ")))"
  }

  private static func list(_ title: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : ["\(title): \(names.joined(separator: ", "))"]
  }

  private static func name(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .credential(let id), .provider(let id): id
    case .delivery(let delivery): "delivery:\(delivery.rawValue)"
    case .language(let language): "language:\(language)"
    case .unvouched: "unvouched"
    }
  }
}
