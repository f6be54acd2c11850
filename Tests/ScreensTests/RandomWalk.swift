import Catalogs
import Display
import Planning

@testable import Screens

/// Random commands, with answers that come late, in any order, or to questions nobody asks any more.
struct RandomWalk {
  private(set) var state: AppState
  private(set) var random: SplitMix64
  /// Every job that was asked for and has no answer yet, cancelled ones among them.
  private(set) var waiting: [(id: JobID, request: PlanningRequest)] = []
  /// The same of questions about an answer.
  private(set) var asked: [(id: JobID, enquiry: Enquiry)] = []
  /// Whom the newest question of each goal was asked for.
  private(set) var askedFor: [String: Learner] = [:]
  private var answers: Cache
  /// Keys of a journey that was begun, such as finding a credential and opening it.
  private var planned: [InputEvent] = []

  /// Answers by request, the same for all walks of a test.
  final class Cache {
    var outcomes: [PlanningRequest: PlanningOutcome] = [:]
    var progress: [PlanningRequest: PlanningProgress] = [:]
    var answers: [Enquiry: EnquiryAnswer] = [:]
  }

  /// What a step was, for the message of a failure.
  enum Step {
    case input(InputEvent, [Effect])
    case answer
  }

  init(seed: UInt64, answers: Cache) {
    random = SplitMix64(seed: seed)
    self.answers = answers
    let goal = random.chance(30) ? random.pick(["engineer", "tech", "pilot", "nothing-of-that-name"]) : nil
    let (state, effects) = AppState.opening(
      catalog: CraftCatalog.catalog, learner: CraftCatalog.learner, goal: goal, size: Size(width: 80, height: 24),
      glyphs: random.chance(50) ? .unicode : .ascii)
    self.state = state
    note(effects)
  }

  mutating func step() throws -> Step {
    if !asked.isEmpty && random.chance(35) {
      try answerEnquiry()
      return .answer
    }
    if !waiting.isEmpty && random.chance(35) {
      try answer()
      return .answer
    }
    let input = input()
    let effects = state.update(.input(input))
    note(effects)
    return .input(input, effects)
  }

  /// Answers whatever is asked, until nothing is.
  mutating func settle() throws {
    while !waiting.isEmpty || !asked.isEmpty {
      if waiting.isEmpty { try answerEnquiry() } else { try answer() }
    }
  }

  mutating func press(_ key: Key) { note(state.update(.input(.key(key)))) }

  private mutating func note(_ effects: [Effect]) {
    for case .plan(let id, let request, _) in effects {
      waiting.append((id, request))
      for goal in request.goals { askedFor[goal] = request.learner }
    }
    for case .enquire(let id, let enquiry) in effects { asked.append((id, enquiry)) }
    // Of questions that were cancelled only a few are answered all the same.
    let cancelled = effects.compactMap { effect -> JobID? in
      if case .cancel(let id) = effect { return id }
      return nil
    }
    waiting.removeAll { cancelled.contains($0.id) && !random.chance(10) }
    asked.removeAll { cancelled.contains($0.id) && !random.chance(10) }
  }

  private mutating func answerEnquiry() throws {
    let job = asked.remove(at: random.number(0...asked.count - 1))
    let answer = try answers.answers[job.enquiry] ?? job.enquiry.answer(in: state.catalog)
    answers.answers[job.enquiry] = answer
    note(state.update(random.chance(5) ? .failed(job.id, "no memory for it") : .answered(job.id, answer)))
  }

  private mutating func answer() throws {
    let place = random.number(0...waiting.count - 1)
    let job = waiting[place]
    let outcome = try outcome(job.request)
    if random.chance(25), let progress = answers.progress[job.request] {
      note(state.update(.progressed(job.id, progress)))
      return
    }
    waiting.remove(at: place)
    if random.chance(3) {
      note(state.update(.failed(job.id, "no memory for it")))
    } else {
      note(state.update(.planned(job.id, outcome)))
    }
  }

  private func outcome(_ request: PlanningRequest) throws -> PlanningOutcome {
    if let known = answers.outcomes[request] { return known }
    let problem = try Problem(request, in: state.catalog)
    let outcome = Planner().solve(problem) { answers.progress[request] = $0 }
    answers.outcomes[request] = outcome
    return outcome
  }

  // MARK: What is done

  private mutating func input() -> InputEvent {
    if !planned.isEmpty { return planned.removeFirst() }
    if !state.hasOverlay && random.chance(4) { planned = journey() }
    switch random.number(1...100) {
    case ...6: return .resize(Size(width: random.number(1...130), height: random.number(1...42)))
    case ...9: return .paste(random.pick(RandomWalk.pastes))
    case ...12:
      let at = Point(x: random.number(0...80), y: random.number(0...24))
      return .mouse(Mouse(random.pick([.click, .doubleClick, .scrollUp, .scrollDown]), at: at))
    default: return .key(key())
    }
  }

  /// Places that single keys seldom lead to: a credential as a goal, a budget too small, a deadline.
  private mutating func journey() -> [InputEvent] {
    let limit = random.pick([Key.character("b"), .character("d")])
    switch random.number(1...4) {
    case 1:
      let words = random.pick(["tech", "radio", "engineer", "joiner", "licence", "weaving"])
      return [.key(.character("/")), .paste(words), .key(.enter)]
    case 2:
      // To the last of the ways to look at a pathway.
      return [.key(.character("2"))] + Array(repeating: .key(.character("t")), count: random.number(1...3))
    case 3: return [.key(limit), .paste(random.pick(["", "9", "20", "500"])), .key(.enter)]
    default: return [.key(.escape), .key(.escape), .key(random.pick([.up, .down])), .key(.enter)]
    }
  }

  private mutating func key() -> Key {
    if state.overlay?.isText == true && random.chance(50) {
      return random.pick(RandomWalk.typed)
    }
    // Going back a little more often than going in, so that walks see every place.
    if random.chance(12) { return .escape }
    if random.chance(10) { return random.pick([.enter, .tab, .down]) }
    return random.pick(RandomWalk.keys)
  }

  private static let keys: [Key] =
    Command.all.flatMap(\.keys) + [.delete, .insert, .function(1), .character("é"), .character("職"), .control("s")]
  private static let typed: [Key] =
    "gtrbpe 0123456789qéx職🚀".map(Key.character) + [.backspace, .backspace, .down, .enter]
  private static let pastes = [
    "q", "x\u{3}\n\u{1B}q", "gui", "技術\r\n者", "", "\u{1B}[31m", "12,000", "99999999999999999999",
  ]
}
