import Appraisal
import Catalogs
import Display
import Learners
import Planning
import Wording

// Four questions for somebody of whom nothing is kept yet. Esc at any of them skips the rest.

/// How many hours a week?
struct FirstHoursQuestion: Question {
  var title: String { "Welcome to Cairn: 1 of 4" }
  var hint: String { "Empty: 10. Esc skips all four questions." }
  func label(in state: AppState) -> String { "Hours of study a week: " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    do throws(AnswerFault) {
      let text = text.trimmed
      let now = state.record.current
      let after = text.isEmpty ? now : try Setting.hours.applied(text, to: now, today: state.today)
      return .leave { [after] state in
        state.prepareFinding()
        return state.set(.hours, after) + state.show(PickingOverlay(FirstHeldPicking()))
      }
    } catch {
      return .refuse(error.reason)
    }
  }
}

/// What is earned or known already? Asked again after each answer.
struct FirstHeldPicking: Picking {
  private static let goOn = ""

  var title: String { "2 of 4: earned or known already" }
  var label: String { "Find: " }
  var hint: String { "type to find, Enter adds it or goes on, Esc skips" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    let learner = state.learner
    let count = learner.earned.count + learner.knows.count
    if text.trimmed.isEmpty {
      return [
        PickRow(id: FirstHeldPicking.goOn, title: count == 0 ? "Nothing yet: go on" : "That is all: go on", note: "")
      ]
    }
    let credentials = EntryRows(.earned, state).credentials(text).filter { learner.earned[$0.id] == nil }
    let skills = EntryRows(.known, state).skills(text).filter { !learner.knows.contains($0.id) }
    return credentials + skills
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    if id == FirstHeldPicking.goOn { return .leave { $0.show(AskingOverlay(FirstLimitQuestion())) } }
    return .leave { state in
      let isCredential = state.catalog.credential(id) != nil
      let name = isCredential ? state.catalog.title(id) : state.catalog.skillName(id)
      let effects = state.note(fact: "\(isCredential ? "earned" : "known"): \(name)") {
        if isCredential { $0.earned.updateValue(nil, forKey: id) } else { $0.knows.insert(id) }
      }
      return effects + state.show(PickingOverlay(FirstHeldPicking()))
    }
  }
}

/// What may it cost, or by when is it to be done?
struct FirstLimitQuestion: Question {
  var title: String { "3 of 4: budget or deadline" }
  var hint: String { "1500 for a budget, 26w or 2026-07-01 for a deadline; empty: none." }
  func label(in state: AppState) -> String { "At most: " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    let text = text.trimmed
    let next: @Sendable (inout AppState) -> [Effect] = { $0.show(PickingOverlay(FirstGoalPicking())) }
    if text.isEmpty { return .leave(next) }
    // A bare number is money: weeks say that they are.
    let setting: Setting = DecimalText(text.filter { $0 != "," }) == nil ? .deadline : .budget
    do throws(AnswerFault) {
      let after = try setting.applied(text, to: state.record.current, today: state.today)
      return .leave { $0.set(setting, after) + next(&$0) }
    } catch {
      return .refuse(error.reason)
    }
  }
}

/// A goal, or a field to look around in.
struct FirstGoalPicking: Picking {
  private static let field = "field:"

  var title: String { "4 of 4: a goal or a field" }
  var label: String { "Find: " }
  var hint: String { "type to find, Enter goes there, Esc to the list of goals" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    let wanted = text.trimmed.lowercased()
    let words = wanted.split(separator: " ")
    let fields = state.catalog.fields.filter { field in
      words.allSatisfy { field.header.title.lowercased().contains($0) }
    }.map { field in
      PickRow(
        id: FirstGoalPicking.field + field.header.id, title: field.header.title,
        note: "field, \(Amounts.count(field.goals.count, "goal"))")
    }
    if wanted.isEmpty { return fields }
    // A field that has the words somewhere is less likely meant than a goal that does.
    let begun = fields.filter { $0.title.lowercased().hasPrefix(wanted) }
    return begun + FindPicking.found(text, kinds: [.goal, .credential], in: state)
      + fields.filter { !begun.contains($0) }
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    guard id.hasPrefix(FirstGoalPicking.field) else {
      return .leave { state in
        if state.placeID == .goals, state.catalog.goal(id) != nil { state[GoalsPlace.self]?.selected = id }
        return state.follow(state.catalog.goal(id) == nil ? .credential(id) : .goal(id))
      }
    }
    let header = id.dropFirst(FirstGoalPicking.field.count)
    return .leave { state in
      let first = state.goalRows.goals.first { $0.catalog == header }?.id
      state[GoalsPlace.self]?.selected = first
      return []
    }
  }
}
