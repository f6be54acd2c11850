import Catalogs
import Planning

extension Explanations {
  /// Changed settings as a phrase: `12 hours a week and a budget of 500.00 USD`.
  public func phrase(_ changes: [SettingChange]) -> String { Amounts.list(changes.map(phrase)) }

  func phrase(_ change: SettingChange) -> String {
    switch change {
    case .minutesPerWeek(let minutes): "\(Amounts.studyTime(minutes)) a week"
    case .atOnce(let count): "\(count) at once"
    case .start(let date): "a start on \(Amounts.date(date))"
    case .budget(let cents): cents.map { "a budget of \(money($0))" } ?? "no budget"
    case .deadline(let day): day.map { "a deadline on \(Amounts.date(learner.start + $0))" } ?? "no deadline"
    case .spent(let cents): "\(money(cents)) spent so far"
    case .wage(let cents): cents.map { "a wage of \(money($0))" } ?? "no wage given"
    case .weekPrice(let cents): cents.map { "a week worth \(money($0))" } ?? "no price of a week"
    case .rate(let other, let millionths?): "1 \(other) worth \(Sentences.rate(millionths)) \(currency)"
    case .rate(let other, nil): "no rate for \(other)"
    case .estimates(let allowed): allowed ? "estimates allowed" : "estimates ruled out"
    case .know(let skill): "the skill \(catalog.skillName(skill)) known"
    case .unknow(let skill): "the skill \(catalog.skillName(skill)) not known"
    case .deny(let text): "\"\(text)\" not holding"
    case .affirm(let text): "\"\(text)\" holding"
    default: phraseOfCredential(change)
    }
  }

  private func phraseOfCredential(_ change: SettingChange) -> String {
    switch change {
    case .exclude(let exclusion): "\(name(exclusion)) excluded"
    case .allow(let exclusion): "\(name(exclusion)) allowed"
    case .pin(let id): "\(catalog.title(id)) pinned"
    case .unpin(let id): "\(catalog.title(id)) no longer pinned"
    case .earn(let id, let day): "\(catalog.title(id)) earned" + (day.map { " on \(Amounts.date($0))" } ?? "")
    case .begin(let id, let minutes): "\(catalog.title(id)) begun, \(Amounts.studyTime(minutes)) done"
    case .fail(let id, let attempt): "\(catalog.title(id)) failed once" + details(of: attempt)
    case .forget(let id): "\(catalog.title(id)) neither earned nor begun nor failed"
    case .own(let id, let figures): "\(catalog.title(id)) at \(words(figures))"
    case .waive(let id): "what \(catalog.title(id)) requires set aside"
    case .require(let id): "what \(catalog.title(id)) requires asked for"
    default: ""
    }
  }

  private func details(of attempt: FailedAttempt) -> String {
    (attempt.date.map { " on \(Amounts.date($0))" } ?? "")
      + (attempt.minutesLeft.map { ", \(Amounts.studyTime($0)) left" } ?? "")
  }

  private func words(_ own: OwnFigures) -> String {
    let words = [
      own.fee.map(money), own.monthly.map { "\(money($0)) a month" }, own.workload.map { Amounts.studyTime($0) },
      own.days.map { Amounts.count($0, "day") },
    ].compactMap { $0 }
    return words.isEmpty ? "the catalog's figures" : Amounts.list(words)
  }

  private func name(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .credential(let id): catalog.title(id)
    case .provider(let id): "everything of \(catalog.providerName(id))"
    case .delivery(let delivery): "what is \(delivery.rawValue)"
    case .language(let language): "what is in \(language)"
    case .unvouched: "what nobody else vouches for"
    }
  }
}
