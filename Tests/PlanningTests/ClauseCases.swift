import Catalogs
import Planning

/// The six clauses of "A pathway".
let clauseCases: [ContractCase] = [
  ContractCase(
    "a scheduled credential begins on one of its starts", [credential("x", days: 2, scheduled: true, starts: [-1, 3])],
    frontier: [[0, 5]]),
  ContractCase(
    "starts that are over are gone", [credential("x", days: 2, scheduled: true, starts: [-3, -1])], frontier: []),
  ContractCase(
    "what must finish by the last day on offer may finish on it", [credential("x", days: 2, scheduled: true, until: 2)],
    frontier: [[0, 2]]),
  ContractCase(
    "what would finish after the last day on offer is gone", [credential("x", days: 2, scheduled: true, until: 1)],
    frontier: []),
  ContractCase(
    "what is required has finished before", [credential("a", days: 2), credential("x", days: 1, requires: .held("a"))],
    frontier: [[0, 3]]),
  ContractCase(
    "nothing supports itself through a circle, not even at length 0",
    [credential("x", requires: .held("a")), credential("a", requires: .held("x"))], frontier: []),
  ContractCase(
    "what teaches a skill doesn't meet its own requirement of it",
    [credential("x", teaches: ["s"], requires: .skill("s"))],
    frontier: []),
  ContractCase(
    "a skill can be taught by any other",
    [
      credential("x", teaches: ["s"], requires: .skill("s")), credential("a", fee: 5, teaches: ["s"]),
      credential("b", fee: 1, days: 3, teaches: ["s"]),
    ], frontier: [[1, 3], [5, 0]]),
  ContractCase(
    "at least k of several", goal: .atLeast(2, of: [.held("a"), .held("b"), .held("c")]),
    [credential("a", fee: 1), credential("b", fee: 2), credential("c", fee: 4)], frontier: [[3, 0]]),
  ContractCase(
    "of distinct parts, each needs a credential of its own", goal: .distinct([.skill("s"), .skill("t")]),
    [
      credential("both", fee: 1, teaches: ["s", "t"]), credential("a", fee: 5, teaches: ["s"]),
      credential("b", fee: 7, teaches: ["t"]),
    ], frontier: [[6, 0]]),
  ContractCase(
    "what is earned serves one of distinct parts, not two",
    goal: .distinct([.any([.held("e"), .held("a")]), .any([.held("e"), .held("b")])]),
    [credential("e"), credential("a", fee: 5), credential("b", fee: 3)], frontier: [[3, 0]]
  ) { $0.earned.updateValue(nil, forKey: "e") },
  ContractCase(
    "what is known takes no credential from a distinct part", goal: .distinct([.skill("s"), .held("a")]),
    [credential("a", fee: 2, teaches: ["s"])], frontier: [[2, 0]]
  ) { $0.knows = ["s"] },
  ContractCase(
    "inside one distinct part a credential may count twice",
    goal: .distinct([.all([.skill("s"), .skill("t")]), .held("b")]),
    [
      credential("both", fee: 1, teaches: ["s", "t"]), credential("b", fee: 2, teaches: ["s"]),
    ], frontier: [[3, 0]]),
  ContractCase(
    "credits of distinct parts aren't counted twice",
    goal: .distinct([.credits(300, from: ["a", "b", "c"]), .credits(200, from: ["b", "c"])]),
    [
      credential("a", fee: 4, credits: 100), credential("b", fee: 1, credits: 200),
      credential("c", fee: 2, credits: 200),
    ], frontier: [[7, 0]]),
  ContractCase(
    "distinct parts that too few credentials could meet aren't met",
    goal: .distinct([.held("a"), .any([.held("a"), .skill("s")])]), [credential("a", teaches: ["s"])], frontier: []),
  ContractCase(
    "distinct parts can be nested, and each credential serves one place",
    goal: .distinct([.distinct([.skill("s"), .skill("s")]), .skill("s")]),
    (0..<4).map { credential("c\($0)", fee: 1 + $0, teaches: ["s"]) }, frontier: [[6, 0]]),
  ContractCase(
    "credits of the list are summed", goal: .credits(300, from: ["a", "b", "c"]),
    [
      credential("a", fee: 1, credits: 100), credential("b", fee: 5, credits: 200),
      credential("c", fee: 9, credits: 300),
    ], frontier: [[6, 0]]),
  ContractCase(
    "a corequisite has started by the same day, not finished",
    [credential("a", days: 3), credential("x", days: 2, corequires: .held("a"))], frontier: [[0, 3]]),
  ContractCase(
    "two may be each other's corequisites",
    [credential("a", days: 1, corequires: .held("x")), credential("x", days: 1, corequires: .held("a"))],
    frontier: [[0, 1]]),
  ContractCase(
    "a circle of corequisite and requirement closes at length 0",
    [credential("x", corequires: .held("a")), credential("a", requires: .held("x"))], frontier: [[0, 0]]),
  ContractCase(
    "loads don't sum to more than the week", goal: .all([.held("a"), .held("b")]),
    [
      credential("a", minutes: 3, days: 2, scheduled: true), credential("b", minutes: 3, days: 2, scheduled: true),
    ], frontier: [[0, 4]]),
  ContractCase(
    "no more than P are in progress", goal: .all([.held("a"), .held("b"), .held("c")]),
    [credential("a", days: 2), credential("b", days: 2), credential("c", days: 2), credential("d")],
    frontier: [[0, 4]]),
  ContractCase(
    "what has no length doesn't count among those in progress", goal: .all([.held("a"), .held("b"), .held("c")]),
    [credential("a", days: 2), credential("b", days: 2), credential("c")], frontier: [[0, 2]]),
  ContractCase(
    "two that exclude each other aren't held together, whichever says so",
    goal: .all([.held("x"), .any([.held("a"), .held("b")])]),
    [credential("x"), credential("a", fee: 1, excludes: ["x"]), credential("b", fee: 7)], frontier: [[7, 0]]),
  ContractCase(
    "what must be active at the end is taken late enough",
    goal: .all([.active("a"), .held("x")]),
    [credential("a", minutes: 2, validity: 1), credential("x", days: 4, starts: [0])], frontier: [[0, 4]]),
  ContractCase(
    "the goal must hold on the last day, and it may pay to wait",
    goal: .all([.active("a"), .held("x")]),
    [credential("a", days: 1, validity: 0), credential("x", days: 3)], frontier: [[0, 3]]),
]
