import Display
import Planning

extension AppState {
  /// Takes in what happened; returns what is to be done about it.
  public mutating func update(_ event: Event) -> [Effect] {
    let effects = take(event) + readSource()
    let page = writeAwaitedHandout(beforeLeaving: effects.contains(.quit))
    // What came of the event may change what an open text wants to know.
    return page + effects + settleEnquiries()
  }

  private mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .planned(let job, let outcome):
      take(outcome, of: job)
      return planGoals()
    case .progressed(let job, let progress):
      take(progress, of: job)
      return []
    case .failed(let job, let failure):
      if enquiries.take(.failed(failure), of: job) { return [] }
      take(failure, of: job)
      return planGoals()
    case .answered(let job, let answer):
      _ = enquiries.take(.answered(answer), of: job)
      return []
    case .prepared(let index):
      if source == nil, preparedFinding == nil { preparedFinding = index }
      return []
    case .learners(let names):
      learnerNames = names
      return []
    case .told(let text):
      message = text
      return []
    case .opened(let opened): return goOn(with: opened)
    case .notSaved, .saved, .merged, .recalled: return hearOfKeeping(event)
    case .input(let input): return hear(input)
    }
  }

  private mutating func hear(_ input: InputEvent) -> [Effect] {
    switch input {
    case .resize(let size):
      self.size = size
      return []
    case .paste(let text):
      // A paste is text, never keys.
      if overlay?.isText == true { type(text) }
      return []
    // The wheel does what the arrows do, wherever they do it.
    case .mouse(let mouse) where mouse.action == .scrollUp: return press(.up)
    case .mouse(let mouse) where mouse.action == .scrollDown: return press(.down)
    case .mouse: return []
    case .key(let key): return press(key)
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // Whatever is open and whatever a key map says.
    if key == .control("c") { return [.quit] }
    if key == .control("z") { return [.suspend] }
    if overlay != nil { return pressInOverlay(key) }
    guard let command = keymap.command(for: key, at: placeID) else {
      message = "\(key.name) does nothing here; \(keymap.keys(of: .help).first?.name ?? "?") says what the keys do"
      return []
    }
    message = ""
    if command != .quit { isLeaving = false }
    return perform(command)
  }

  /// Does what a command says, or says why it can't.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = command.reasonAgainst(self) {
      message = reason
      return []
    }
    return command.perform(&self)
  }
}
