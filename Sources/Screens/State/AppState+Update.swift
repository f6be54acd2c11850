import Display
import Planning

extension AppState {
  /// Takes in what happened; returns what is to be done about it.
  public mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .planned(let job, let outcome):
      take(outcome, of: job)
      return []
    case .progressed(let job, let progress):
      take(progress, of: job)
      return []
    case .failed(let job, let failure):
      take(failure, of: job)
      return []
    case .notSaved, .saved, .merged, .recalled: return hearOfKeeping(event)
    case .input(.resize(let size)):
      self.size = size
      return []
    case .input(.paste(let text)):
      // A paste is text, never keys.
      if overlay?.isText == true { return type(text) }
      return []
    case .input(.mouse(let mouse)):
      return hear(mouse)
    case .input(.key(let key)):
      return press(key)
    }
  }

  /// The wheel does what the arrows do, wherever they do it.
  private mutating func hear(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .scrollUp: return press(.up)
    case .scrollDown: return press(.down)
    case .click, .doubleClick: return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.quit] }
    if key == .control("z") { return [.suspend] }
    if overlay != nil { return pressInOverlay(key) }
    guard let action = Action.byKey[key] else {
      message = "\(key.name) does nothing here; ? says what the keys do"
      return []
    }
    message = ""
    return perform(action)
  }

  /// Does what an action says, or says why it can't.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = reasonAgainst(action) {
      message = reason
      return []
    }
    switch action {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .help: overlay = .help(scroll: 0, words: "")
    case .find:
      preparedFinding = finding
      overlay = .find(text: "", selected: nil)
    case .assumptions: overlay = .assumptions(scroll: 0)
    case .budget, .deadline: overlay = .prompt(action, text: "")
    case .view: showsList.toggle()
    case .back: return goBack()
    case .undo, .redo, .keep, .discard, .moreHours, .fewerHours, .moreAtOnce, .fewerAtOnce, .exclude, .pin, .earned:
      return change(action)
    case .open, .nextPane, .previousPane, .up, .down, .pageUp, .pageDown, .first, .last:
      return move(action)
    }
    return []
  }

  /// Why an action can't be used now; `nil` where it can.
  func reasonAgainst(_ action: Action) -> String? {
    let isOnPathway = goal != nil
    switch action {
    case .exclude, .pin, .earned:
      if !isOnPathway { return "\(action.name) works on a step: open a goal first (Enter)" }
      if step == nil { return "there is no step to \(action == .earned ? "mark as earned" : action.name)" }
      return nil
    case .view, .assumptions: return isOnPathway ? nil : "open a goal first (Enter)"
    case .undo: return history.done.isEmpty ? "nothing to undo" : nil
    case .redo: return history.undone.isEmpty ? "nothing to redo" : nil
    case .keep, .discard:
      if case .failing(let reason) = keeping, action == .keep { return reason }
      return record.hasDraft ? nil : "nothing to \(action.name): no setting was changed since it was kept"
    case .fewerHours: return learner.minutesPerWeek <= 60 ? "one hour a week is the least" : nil
    case .moreHours: return learner.minutesPerWeek >= 168 * 60 ? "a week has 168 hours" : nil
    case .fewerAtOnce: return learner.atOnce <= 1 ? "one at a time is the least" : nil
    case .moreAtOnce: return learner.atOnce >= 9 ? "nine at once is the most" : nil
    case .back: return !isOnPathway && trail.isEmpty ? "this is the first screen; q leaves" : nil
    case .open: return !isOnPathway && selectedGoal == nil ? "there is no goal to open" : nil
    default: return nil
    }
  }

  mutating func open(goal: String) -> [Effect] {
    trail.append(screen)
    screen = .pathway(goal: goal)
    pane = .frontier
    walkedTo = nil
    selectedStep = nil
    detailsScroll = 0
    let plan = plans[goal] ?? Plan()
    if plan.outcome != nil && !plan.isStale { return [] }
    return ask(goal, .urgent)
  }

  private mutating func goBack() -> [Effect] {
    if goal != nil && pane != .frontier {
      pane = .frontier
      return []
    }
    screen = trail.popLast() ?? .goals
    // What was walked to belongs to the pathway that is left.
    walkedTo = nil
    selectedStep = nil
    detailsScroll = 0
    let isOutdated = plan.outcome == nil || plan.isStale
    let first = goal.flatMap { isOutdated && !plan.isSearching ? ask($0.id, .urgent) : nil }
    return (first ?? []) + planGoals()
  }
}
