import Catalogs
import Display
import Planning
import Wording

/// Which setting is to be supposed to be another; `hours-per-week=12 budget=500` is taken as it is typed.
struct WhatIfPicking: Picking {
  private static let typed = "="

  /// What is supposed so far.
  let base: WhatIfReading

  var title: String { base.changes.isEmpty ? "What if" : "What if, besides" }
  var label: String { "Find: " }
  var hint: String { "Enter goes on, Esc back; or type hours-per-week=12" }
  var nothing: String { "No setting is called anything like that." }
  var width: Int { 76 }

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    if text.contains("=") {
      do throws(SettingText.Fault) {
        let phrase = try changes(text, in: state).phrase
        return [PickRow(id: WhatIfPicking.typed + text, title: "With \(phrase)", note: "")]
      } catch {
        return [PickRow(id: WhatIfPicking.typed + text, title: error.sentence, note: "", isDim: true)]
      }
    }
    let words = text.lowercased().split(separator: " ")
    return Supposition.allCases.filter { item in
      words.allSatisfy { "\(item.title) \(item.rawValue)".lowercased().contains($0) }
    }.map { item in
      let reason = item.reasonAgainst(state.learner)
      return PickRow(
        id: item.rawValue, title: item.title, note: reason ?? item.note(in: state), isDim: reason != nil)
    }
  }

  /// What is typed, and how it is put.
  private func changes(
    _ text: String, in state: AppState
  ) throws(SettingText.Fault) -> (changes: [SettingChange], phrase: String) {
    let parts = text.split(separator: " ").map(String.init)
    let catalog = state.catalog(naming: parts.flatMap(SettingText.mentioned))
    let reading = SettingText(catalog: catalog, learner: state.learner)
    let changes = try parts.map { (part) throws(SettingText.Fault) in try reading.change(part) }
    let words = Explanations(catalog: catalog, currency: state.currency, learner: state.learner)
    return (changes, words.phrase(changes))
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    if id.hasPrefix(WhatIfPicking.typed) {
      do throws(SettingText.Fault) {
        return suppose(try changes(String(id.dropFirst()), in: state).changes)
      } catch {
        return .refuse(error.sentence)
      }
    }
    guard let item = Supposition(rawValue: id) else { return .close }
    if let reason = item.reasonAgainst(state.learner) { return .refuse(reason) }
    if item == .estimates { return suppose([.estimates(allowed: !state.learner.allowsEstimates)]) }
    let base = base
    if let setting = item.setting {
      return .leave { $0.show(AskingOverlay(WhatIfQuestion(base: base, item: item, setting: setting))) }
    }
    return .leave { $0.show(PickingOverlay(WhatIfOfPicking(base: base, item: item))) }
  }

  private func suppose(_ changes: [SettingChange]) -> OverlayAnswer { base.opening(with: changes) }
}

extension WhatIfReading {
  /// Opens the same with these supposed too; of one figure the last word counts.
  func opening(with more: [SettingChange]) -> OverlayAnswer {
    let all = changes.filter { change in !more.contains { $0.replaces(change) } } + more
    return .leave { [goal] state in
      state.name(state.learner.changed(by: all).named)
      return state.explain(goal, WhatIfReading(goal: goal, changes: all))
    }
  }
}

extension SettingChange {
  fileprivate func replaces(_ other: SettingChange) -> Bool {
    switch (self, other) {
    case (.minutesPerWeek, .minutesPerWeek), (.atOnce, .atOnce), (.start, .start), (.budget, .budget),
      (.deadline, .deadline), (.spent, .spent), (.wage, .wage), (.weekPrice, .weekPrice), (.estimates, .estimates):
      true
    default: self == other
    }
  }
}

/// What a setting is supposed to be.
struct WhatIfQuestion: Question {
  let base: WhatIfReading
  let item: Supposition
  let setting: Setting

  var title: String { "What if: \(setting.name.lowercased())" }
  var hint: String { setting.hint }
  func label(in state: AppState) -> String { "\(setting.name): " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    do throws(AnswerFault) {
      let now = state.record.current
      let then = try setting.applied(text.trimmed, to: now, today: state.today).learner
      guard then != now.learner else { return .refuse("that is what it is now") }
      return base.opening(with: [change(then)])
    } catch {
      return .refuse(error.reason)
    }
  }

  private func change(_ then: Learner) -> SettingChange {
    switch setting {
    case .hours: .minutesPerWeek(then.minutesPerWeek)
    case .atOnce: .atOnce(then.atOnce)
    case .start: .start(then.start)
    case .budget: .budget(then.budget)
    case .deadline: .deadline(then.deadline)
    case .spent: .spent(then.spent)
    case .wage: .wage(then.currentWage)
    case .weekPrice: .weekPrice(then.weekPrice)
    case .estimates: .estimates(allowed: then.allowsEstimates)
    }
  }
}

/// Of what it is supposed.
struct WhatIfOfPicking: Picking {
  let base: WhatIfReading
  let item: Supposition

  var title: String { "What if: \(item.title.lowercased())" }
  var label: String { "Find: " }
  var hint: String { "type to find, Enter supposes it, Esc back" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }
  var picksEntries: Bool { true }

  func rows(_ text: String, in state: AppState) -> [PickRow] { item.rows(text, in: state) }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    do throws(SettingText.Fault) {
      let change = try SettingText(catalog: state.catalog, learner: state.learner).change("\(item.rawValue)=\(id)")
      return base.opening(with: [change])
    } catch {
      return .refuse(error.sentence)
    }
  }
}
