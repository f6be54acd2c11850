import Display
import Planning
import Wording

extension AppState.Overlay {
  /// True where keys are text.
  var isText: Bool {
    switch self {
    case .find, .prompt, .help: true
    case .assumptions: false
    }
  }
}

extension AppState {
  /// Text typed or pasted into an overlay.
  mutating func type(_ text: String) -> [Effect] {
    let text = String(text.filter { !$0.isNewline })
    switch overlay {
    case .find(let before, _): overlay = .find(text: before + text, selected: nil)
    case .prompt(let action, let before): overlay = .prompt(action, text: before + text)
    case .help(_, let words): overlay = .help(scroll: 0, words: words + text)
    case .assumptions, nil: break
    }
    return []
  }

  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter: return accept()
    case .backspace:
      erase()
      return []
    case .up, .down, .pageUp, .pageDown, .home, .end:
      if let action = Action.byKey[key] { moveInOverlay(action) }
      return []
    case .character(let character):
      if case .assumptions = overlay {
        if let action = Action.byKey[key] { moveInOverlay(action) }
        if character == "a" || character == "q" { overlay = nil }
        return []
      }
      return type(String(character))
    default: return []
    }
  }

  private mutating func erase() {
    switch overlay {
    case .find(let text, _):
      if text.isEmpty { overlay = nil } else { overlay = .find(text: String(text.dropLast()), selected: nil) }
    case .prompt(let action, let text):
      if text.isEmpty { overlay = nil } else { overlay = .prompt(action, text: String(text.dropLast())) }
    case .help(_, let words): overlay = words.isEmpty ? nil : .help(scroll: 0, words: String(words.dropLast()))
    case .assumptions, nil: overlay = nil
    }
  }

  private mutating func moveInOverlay(_ action: Action) {
    let page = max(1, size.height - 8)
    switch overlay {
    case .help(let scroll, let words):
      let count = helpLines(words).count
      overlay = .help(scroll: scrolled(scroll, by: action, count: count, shown: helpHeight), words: words)
    case .assumptions(let scroll):
      let counts = assumptionCounts
      overlay = .assumptions(scroll: scrolled(scroll, by: action, count: counts.all, shown: counts.shown))
    case .find(let text, let selected):
      let found = finding.results(text)
      guard !found.isEmpty else { return }
      let place = found.firstIndex { $0.id == selected } ?? 0
      overlay = .find(text: text, selected: found[moved(place, by: action, count: found.count, page: page)].id)
    case .prompt, nil: break
    }
  }

  private mutating func accept() -> [Effect] {
    switch overlay {
    case .find(let text, let selected):
      let found = finding.results(text)
      guard let result = found.first(where: { $0.id == selected }) ?? found.first else {
        message = "nothing is called anything like that"
        return []
      }
      overlay = nil
      return go(to: result)
    case .prompt(let action, let text):
      overlay = nil
      return set(action, text)
    case .help, .assumptions, nil:
      overlay = nil
      return []
    }
  }

  private mutating func go(to result: Finding.Result) -> [Effect] {
    if goal == nil && catalog.goal(result.id) != nil { selectedGoal = result.id }
    if goal != nil, pathway?.step(result.id) != nil {
      selectedStep = result.id
      pane = .pathway
      return []
    }
    if goal?.id == result.id { return [] }
    return open(goal: result.id)
  }

  /// A budget or deadline as typed; nothing typed clears it.
  private mutating func set(_ action: Action, _ text: String) -> [Effect] {
    let digits = text.filter { $0 != "," && $0 != " " }
    var after = learner
    if digits.isEmpty {
      if action == .budget { after.budget = nil } else { after.deadline = nil }
      return record(action == .budget ? "no budget" : "no deadline", after)
    }
    guard let number = Int(digits), number >= 0, number <= 10_000_000 else {
      message = "\"\(text)\" is not a whole number"
      return []
    }
    if action == .budget {
      after.budget = number * 100
      return record("a budget of \(Amounts.grouped(number)) \(currency)", after)
    }
    after.deadline = number * 7
    return record("a deadline of \(Amounts.count(number, "week"))", after)
  }
}
