import Catalogs
import Display
import Planning
import Testing

@testable import Screens

/// Something to look at, come to by keys alone.
enum Scene: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case goals, goalsPlanning, goalsInfeasible, goalsSorted, goalsTyping
  case frontier, timeline, stack, money, list, details
  case compare, compareThree, compareCredentials, compareEmpty
  case searching, searchingAgain, infeasible, overBudget, nothingLeft
  case learner, learnerSaved, now, nowCourse, nowEmpty, firstHours, firstHeld
  case why, whyWorking, whyNot, whatIf, whatIfAnswered, waysOut, risks, stages, near, takingHome
  case help, helpFound, find, findNothing, assumptions, prompt
  case explore, exploreFacets, exploreTyping, exploreDetails, exploreNothing

  var testDescription: String { rawValue }

  func session(size: Size, glyphs: Glyphs = .unicode) throws -> Session {
    var session = Session(opened: opened, size: size, glyphs: glyphs)
    if self == .goalsPlanning { return session }
    if self == .searching {
      session.press(.enter)
      return session
    }
    try session.settle()
    try arrange(&session)
    return session
  }

  /// Whom it is for: somebody of whom something is kept where that is to be looked at.
  private var opened: OpenedRecord {
    switch self {
    case .learner, .learnerSaved, .now, .nowCourse, .nowEmpty: KeptLearner.opened
    case .firstHours, .firstHeld: KeptLearner.first
    default: OpenedRecord(passing: CraftCatalog.learner)
    }
  }

  private func arrange(_ session: inout Session) throws {
    switch self {
    case .goals, .goalsPlanning, .searching: break
    case .goalsInfeasible: try session.pressAndSettle(.down, .down)
    case .goalsSorted: session.press(.character("s"), .character("s"))
    case .goalsTyping:
      session.press(.character("/"))
      session.type("tech")
    case .frontier: try session.pressAndSettle(.enter, .home)
    case .timeline: try session.pressAndSettle(.enter, .tab, .down)
    case .stack: try session.pressAndSettle(.enter, .tab, .character("t"))
    case .money: try session.pressAndSettle(.enter, .tab, .character("t"), .character("t"))
    case .list: try session.pressAndSettle(.enter, .tab, .character("t"), .character("t"), .character("t"))
    case .compare: try session.compare(.enter, .character("c"), .character("-"), .character("-"), .character("c"))
    case .compareThree:
      try session.compare(
        .character("c"), .down, .character("c"), .up, .enter, .home, .character("+"), .character("c"))
    case .compareCredentials: try session.compare(.enter, .tab, .character("C"), .down, .character("C"))
    case .compareEmpty: try session.compare()
    case .details: try session.pressAndSettle(.enter, .tab, .end, .tab)
    case .searchingAgain:
      try session.pressAndSettle(.enter)
      session.press(.character("-"))
    case .infeasible: try session.pressAndSettle(.down, .down, .enter)
    case .overBudget:
      try session.pressAndSettle(.enter, .character("b"), .character("9"), .enter)
      session.press(.home)
    case .nothingLeft: try session.pressAndSettle(.down, .enter, .character("e"), .tab)
    case .learner: try session.pressAndSettle(.character("6"), .character("+"))
    case .learnerSaved:
      try session.pressAndSettle(.enter, .character("F"), .character("6"), .tab)
    case .now: try session.pressAndSettle(.enter, .character("F"), .character("5"), .character("e"))
    case .nowCourse: try session.pressAndSettle(.enter, .character("F"), .character("5"), .tab)
    case .nowEmpty: try session.pressAndSettle(.character("5"))
    case .firstHours: break
    case .firstHeld:
      session.press(.enter)
      session.type("ro")
    case .help: session.press(.character("?"))
    case .helpFound:
      session.press(.character("?"))
      session.type("pathway")
    case .find:
      session.press(.character("6"), .character("/"))
      session.type("g")
    case .findNothing:
      session.press(.character("6"), .character("/"))
      session.paste("技術 \u{1B}[2J nothing like it, however long it may be, and longer than the field it stands in")
    case .assumptions: try session.pressAndSettle(.enter, .character("a"))
    case .prompt:
      session.press(.character("d"))
      session.type("26")
    case .why: try session.pressAndSettle(.enter, .tab, .character("y"), .down)
    case .whyWorking:
      try session.pressAndSettle(.enter, .tab)
      session.press(.character("y"))
    case .whyNot:
      try session.pressAndSettle(.enter, .character("3"), .character("f"))
      session.type("intensive")
      try session.pressAndSettle(.enter, .character("y"))
    case .whatIf:
      session.press(.character("v"))
      session.type("ho")
    case .whatIfAnswered:
      session.press(.enter, .character("v"))
      session.type("hours-per-week=5")
      try session.pressAndSettle(.enter)
    case .waysOut:
      try session.pressAndSettle(.enter, .character("b"), .character("9"), .enter)
      try session.pressAndSettle(.character("W"), .down)
    case .risks: try session.pressAndSettle(.enter, .character("r"))
    case .stages: try session.pressAndSettle(.enter, .character("m"))
    case .near: try session.pressAndSettle(.enter, .character("n"))
    case .takingHome: try session.pressAndSettle(.enter, .character("E"))
    case .explore: session.press(.character("3"), .down)
    case .exploreFacets: session.press(.character("3"), .backTab, .down, .enter)
    case .exploreTyping:
      session.press(.character("3"), .character("f"))
      session.type("netwrok")
    case .exploreDetails:
      session.press(.character("3"), .character("f"))
      session.type("basics")
      session.press(.enter, .tab, .down)
    case .exploreNothing:
      session.press(.character("3"), .character("f"))
      session.type("技術 zebra")
      session.press(.enter)
    }
  }
}

extension Session {
  /// Presses what puts something beside each other, and goes there.
  fileprivate mutating func compare(_ keys: Key...) throws {
    for key in keys + [.character("4")] { try pressAndSettle(key) }
  }
}
