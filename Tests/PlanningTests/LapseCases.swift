import Catalogs
import Planning

/// What lapses, what renews, what is taken again.
let lapseCases: [ContractCase] = [
  ContractCase(
    "what was earned is active to the day of its lapse", goal: .all([.active("e"), .held("x")]),
    [credential("e", fee: 9, validity: 5), credential("x", days: 3)], frontier: [[0, 3]]
  ) { $0.earned = ["e": dayZero + -2] },
  ContractCase(
    "what was earned and lapses too early is taken again", goal: .all([.active("e"), .held("x")]),
    [credential("e", fee: 9, validity: 5), credential("x", days: 3)], frontier: [[9, 3]]
  ) { $0.earned = ["e": dayZero + -3] },
  ContractCase(
    "a renewal is at its renewal figures while still valid", goal: .all([.active("e"), .held("x")]),
    [renewable("e", fee: 9, validity: 5, renewalFee: 2), credential("x", days: 3)], frontier: [[2, 3]]
  ) { $0.earned = ["e": dayZero + -3] },
  ContractCase(
    "what has lapsed is taken at its full figures", goal: .active("e"),
    [renewable("e", fee: 9, validity: 5, renewalFee: 2)], frontier: [[9, 0]]
  ) { $0.earned = ["e": dayZero + -6] },
  ContractCase(
    "what asks for it while it is valid comes before what takes longer",
    goal: .all([.held("b"), .held("x")]),
    [
      credential("b", minutes: 3), credential("e", fee: 9, validity: 5),
      credential("x", minutes: 1, requires: .active("e")),
    ],
    frontier: [[0, 3]]
  ) { $0.earned = ["e": dayZero + -4] },
  ContractCase(
    "where a leaf needn't be active, a lapse doesn't matter", goal: .held("e"), [credential("e", validity: 5)],
    frontier: [[0, 0]]
  ) { $0.earned = ["e": dayZero + -60] },
  ContractCase(
    "earned on an unknown day is taken as active", goal: .active("e"), [credential("e", fee: 9, validity: 5)],
    frontier: [[0, 0]]
  ) { $0.earned.updateValue(nil, forKey: "e") },
  ContractCase(
    "while one that lapsed is taken again it isn't active",
    [
      credential("e", days: 2, validity: 5), credential("x", requires: .active("e")),
    ], frontier: [[0, 2]]
  ) { $0.earned = ["e": dayZero + -9] },
  ContractCase(
    "earning what renews it extends what is still active", goal: .all([.active("e"), .held("x")]),
    [
      credential("e", fee: 9, validity: 4), credential("r", fee: 1, days: 1, renews: ["e"]), credential("x", days: 4),
    ], frontier: [[1, 4]]
  ) { $0.earned = ["e": dayZero + -2] },
  ContractCase(
    "what has lapsed by then isn't renewed", goal: .active("e"),
    [credential("e", fee: 9, validity: 4), credential("r", fee: 1, days: 1, renews: ["e"])], frontier: [[9, 0]]
  ) { $0.earned = ["e": dayZero + -5] },
]

private func renewable(_ id: String, fee: Int, validity: Int, renewalFee: Int) -> Credential {
  var credential = credential(id, fee: fee, validity: validity)
  credential.validity?.renewalFee = Figure(renewalFee)
  return credential
}
