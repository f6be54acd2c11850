import Catalogs

/// One setting of a learner, changed: what "what if" asks about, and what the smallest changes consist of.
public enum SettingChange: Hashable, Sendable {
  case minutesPerWeek(Int)
  case atOnce(Int)
  /// A deadline stays the date it was.
  case start(CalendarDate)
  /// Cents; `nil` for none.
  case budget(Int?)
  /// The last day, counted from the day 0 there was before any change; `nil` for none.
  case deadline(Int?)
  /// Cents.
  case spent(Int)
  /// Cents a year; `nil` where it isn't said.
  case wage(Int?)
  /// Cents; `nil` where it isn't said.
  case weekPrice(Int?)
  case exclude(Exclusion)
  /// What was excluded may be taken.
  case allow(Exclusion)
  /// Taken whatever it costs; no longer excluded by its own name.
  case pin(String)
  case unpin(String)
  case earn(String, CalendarDate?)
  /// Minutes done.
  case begin(String, minutes: Int)
  case fail(String, FailedAttempt)
  /// It is neither earned nor begun nor failed.
  case forget(String)
  /// In place of all there were for it; without any figure the catalog's count again.
  case own(String, OwnFigures)
  case waive(String)
  /// What it requires is asked for after all.
  case require(String)
  case know(String)
  case unknow(String)
  /// The condition doesn't hold.
  case deny(String)
  /// The condition holds after all.
  case affirm(String)
  /// Millionths of a unit of the planning currency; `nil` for none.
  case rate(String, Int?)
  case estimates(allowed: Bool)
}

extension Learner {
  /// The learner with those settings changed, one after another.
  public func changed(by changes: [SettingChange]) -> Learner {
    changes.reduce(into: self) { $0.apply($1, before: start) }
  }

  private mutating func apply(_ change: SettingChange, before first: CalendarDate) {
    switch change {
    case .minutesPerWeek(let minutes): minutesPerWeek = minutes
    case .atOnce(let count): atOnce = count
    case .start(let date):
      deadline = deadline.map { $0 - (date - start) }
      start = date
    case .budget(let cents): budget = cents
    case .deadline(let day): deadline = day.map { $0 - (start - first) }
    case .spent(let cents): spent = cents
    case .wage(let cents): currentWage = cents
    case .weekPrice(let cents): weekPrice = cents
    case .rate(let currency, let millionths): rates[currency] = millionths
    case .estimates(let allowed): allowsEstimates = allowed
    case .know(let skill): knows.insert(skill)
    case .unknow(let skill): knows.remove(skill)
    case .deny(let text): denied.insert(text)
    case .affirm(let text): denied = denied.filter { Problem.normalized($0) != Problem.normalized(text) }
    default: applyToCredential(change)
    }
  }

  private mutating func applyToCredential(_ change: SettingChange) {
    switch change {
    case .exclude(let exclusion):
      excluded.insert(exclusion)
      if case .credential(let id) = exclusion { pinned.remove(id) }
    case .allow(let exclusion): excluded.remove(exclusion)
    case .pin(let id):
      pinned.insert(id)
      excluded.remove(.credential(id))
    case .unpin(let id): pinned.remove(id)
    case .earn(let id, let date):
      forget(id)
      earned.updateValue(date, forKey: id)
    case .begin(let id, let minutes):
      forget(id)
      begun[id] = minutes
    case .fail(let id, let attempt):
      forget(id)
      failed[id] = attempt
    case .forget(let id): forget(id)
    case .own(let id, let figures): mine[id] = figures == OwnFigures() ? nil : figures
    case .waive(let id): waived.insert(id)
    case .require(let id): waived.remove(id)
    default: break
    }
  }

  /// It is no longer earned, begun or failed: one of the three at a time.
  private mutating func forget(_ id: String) {
    earned.removeValue(forKey: id)
    begun[id] = nil
    failed[id] = nil
  }
}
