import Display
import Planning
import Screens
import Wording

/// What the loop drives: a value that turns events into effects and can be looked at.
protocol Drivable: Sendable {
  mutating func update(_ event: Event) -> [Effect]
  func frame(size: Size) -> Frame
}

/// How a session ended.
enum SessionEnd: Hashable, Sendable {
  case quit
  case ended(Ending)
}

/// One thread, one loop: what comes in becomes events, events change the state, the state is shown.
struct EventLoop<State: Drivable> {
  private(set) var state: State
  private let terminal: any Terminal
  private let jobs: Jobs
  /// Who writes down what is to be kept; `nil` where nothing is.
  private let keeper: Keeper?
  /// Writes what is taken home; where it is a picture of a session only, says so.
  private let write: (Handout, HandoutFile) -> Event

  init(
    _ state: State, terminal: any Terminal, jobs: Jobs, keeper: Keeper? = nil,
    write: @escaping (Handout, HandoutFile) -> Event = { .told("it would be written to \($1.path)") }
  ) {
    self.state = state
    self.terminal = terminal
    self.jobs = jobs
    self.keeper = keeper
    self.write = write
    keeper?.wake = terminal.waker
  }

  /// Runs until the user leaves or the terminal has nothing more to say.
  /// - Parameters:
  ///   - first: what the state wants done before anything has happened.
  ///   - heard: what was typed before there was a state to take it in.
  mutating func run(first: [Effect] = [], heard: [InputEvent] = []) -> SessionEnd {
    defer { jobs.close() }
    if let end = perform(first) ?? update(heard.map(Event.input)) { return end }
    var isOwed = true
    var shown: ContinuousClock.Instant?
    while true {
      if isOwed, shown.map({ .now - $0 >= EventLoop.pause }) ?? true {
        terminal.show(state.frame(size: terminal.size))
        (shown, isOwed) = (.now, false)
      }
      let arrivals = terminal.arrivals(within: isOwed ? EventLoop.pause : nil)
      for arrival in arrivals {
        if let end = take(arrival) { return end }
        // What somebody does is shown at once.
        if case .input = arrival { shown = nil }
      }
      // What was owed is shown once nothing else comes.
      if arrivals.isEmpty { shown = nil }
      isOwed = true
    }
  }

  /// What comes by itself is shown no oftener: nobody sees more, and keys would wait for it.
  private static var pause: Duration { .milliseconds(16) }

  private mutating func take(_ arrival: Arrival) -> SessionEnd? {
    switch arrival {
    // After what the key does, so that it is what is said.
    case .input(let input): return update(.input(input)) ?? update(keeper?.news() ?? [])
    case .woken:
      if let end = update(keeper?.retry() ?? []) { return end }
      for report in jobs.takeReports() {
        if let end = update(EventLoop.event(report)) { return end }
      }
      return nil
    case .ended(let ending): return .ended(ending)
    }
  }

  private mutating func update(_ event: Event) -> SessionEnd? { perform(state.update(event)) }

  private mutating func update(_ events: [Event]) -> SessionEnd? {
    for event in events { if let end = update(event) { return end } }
    return nil
  }

  private mutating func perform(_ effects: [Effect]) -> SessionEnd? {
    for effect in effects {
      switch effect {
      case .plan(let id, let request, let priority): jobs.start(Job(id: id, request: request, priority: priority))
      case .enquire(let id, let enquiry): jobs.start(Job(id: id, enquiry: enquiry))
      case .prepareFinding: jobs.start(.preparing)
      case .cancel(let id): jobs.cancel(id)
      case .save(let step): if let end = update(keeper?.save(step) ?? []) { return end }
      case .saveAgain: if let end = update(keeper?.retry(atOnce: true) ?? []) { return end }
      case .recall(let first): if let end = update(keeper?.recall(before: first) ?? []) { return end }
      case .write(let handout, let file): if let end = update(write(handout, file)) { return end }
      case .listLearners: if let end = update(.learners(keeper?.names() ?? [])) { return end }
      case .openLearner(let name):
        if let end = update(keeper?.open(name) ?? []) { return end }
      case .quit: return .quit
      case .suspend:
        terminal.suspend()
        if let end = update(.input(.resize(terminal.size))) { return end }
      }
    }
    return nil
  }

  private static func event(_ report: JobReport) -> Event {
    switch report {
    case .progressed(let id, let progress): .progressed(id, progress)
    case .planned(let id, let outcome): .planned(id, outcome)
    case .answered(let id, let answer): .answered(id, answer)
    case .prepared(_, let index): .prepared(index)
    case .failed(let id, let reason): .failed(id, reason)
    }
  }
}
