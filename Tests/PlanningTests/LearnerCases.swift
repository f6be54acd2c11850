import Catalogs
import Planning

/// What a learner gives.
let learnerCases: [ContractCase] = [
  ContractCase(
    "what is known needn't be learned", goal: .skill("s"), [credential("x", fee: 5, teaches: ["s"])],
    frontier: [[0, 0]]
  ) { $0.knows = ["s"] },
  ContractCase(
    "what is pinned is taken whatever it costs", [credential("x", fee: 1), credential("p", fee: 7, days: 2)],
    frontier: [[8, 2]]
  ) { $0.pinned = ["p"] },
  ContractCase(
    "a condition holds unless the learner says it doesn't",
    [credential("x", requires: .condition("two years")), credential("y")], frontier: [[0, 0]]),
  ContractCase(
    "a denied condition is compared without case and surrounding space",
    [credential("x", requires: .condition("Two years "))], frontier: []
  ) { $0.denied = ["  two YEARS"] },
  ContractCase(
    "what is waived isn't required", [credential("x", requires: .condition("two years"))], frontier: [[0, 0]]
  ) {
    $0.denied = ["two years"]
    $0.waived = ["x"]
  },
  ContractCase(
    "what was begun is paid, its minutes are what is left, its requirement holds",
    [credential("x", fee: 9, minutes: 6, requires: .condition("no"))], frontier: [[0, 1]]
  ) {
    $0.denied = ["no"]
    $0.begun = ["x": 4]
  },
  ContractCase(
    "a scheduled one that was begun runs on from day 0 for the days it has left",
    [credential("x", fee: 9, minutes: 6, days: 6, scheduled: true, starts: [-2, 5])], frontier: [[0, 4]]
  ) { $0.begun = ["x": 2] },
  ContractCase(
    "what was begun may be dropped", goal: .any([.held("x"), .held("y")]),
    [credential("x", fee: 9, minutes: 20), credential("y", fee: 3, days: 1)], frontier: [[0, 9], [3, 1]]
  ) { $0.begun = ["x": 2] },
  ContractCase("a failed attempt is made again at its retake fee after its wait", [retakable("x")], frontier: [[2, 5]])
  {
    $0.failed = ["x": FailedAttempt(date: dayZero + -1, minutesLeft: 2)]
  },
  ContractCase(
    "what was spent counts against the budget, not in the cost", [credential("x", fee: 5)], frontier: [[5, 0]]
  ) {
    $0.budget = 8
    $0.spent = 3
  },
  ContractCase("a budget that is a cent too small is too small", [credential("x", fee: 5)], frontier: []) {
    $0.budget = 8
    $0.spent = 4
  },
  ContractCase("a deadline may be met to the day", [credential("x", days: 5)], frontier: [[0, 5]]) {
    $0.deadline = 5
  },
  ContractCase("a deadline a day too early cuts", [credential("x", days: 5)], frontier: []) { $0.deadline = 4 },
  ContractCase(
    "a foreign price is worth what its rate says, rounded to the nearest cent", [foreign("x", fee: 3)],
    frontier: [[5, 0]]
  ) { $0.rates = ["EUR": 1_500_000] },
  ContractCase("without a rate a foreign price can't be weighed", [foreign("x", fee: 3)], frontier: []),
  ContractCase("without a rate a foreign retake fee can't be weighed", [foreignRetake("x")], frontier: []) {
    $0.failed = ["x": FailedAttempt()]
  },
  ContractCase(
    "what lapsed and was begun again goes on at what is left", goal: .active("x"),
    [credential("x", fee: 9, minutes: 6, validity: 3)], frontier: [[0, 2]]
  ) {
    $0.earned = ["x": dayZero + -9]
    $0.begun = ["x": 2]
  },
  ContractCase("what was excluded isn't taken", [credential("x")], frontier: []) {
    $0.excluded = [.credential("x")]
  },
  ContractCase("offered in another language too, it isn't excluded", [spoken("x", ["en", "de"])], frontier: [[0, 0]]) {
    $0.excluded = [.language("en")]
  },
  ContractCase("offered in that language alone, it is excluded", [spoken("x", ["en"])], frontier: []) {
    $0.excluded = [.language("en")]
  },
  ContractCase("of unknown language, it isn't excluded", [spoken("x", [])], frontier: [[0, 0]]) {
    $0.excluded = [.language("en")]
  },
  ContractCase("what nobody else vouches for is excluded on demand", [vouched("x", by: "Tiny School")], frontier: []) {
    $0.excluded = [.unvouched]
  },
  ContractCase("what somebody else vouches for stays", [vouched("x", by: "ACE")], frontier: [[0, 0]]) {
    $0.excluded = [.unvouched]
  },
  ContractCase("an estimate can be ruled out", [estimated("x")], frontier: []) { $0.allowsEstimates = false },
]

private func retakable(_ id: String) -> Credential {
  var credential = credential(id, fee: 9, minutes: 8)
  credential.retake = Retake(fee: Figure(2), waitDays: 5)
  return credential
}

private func foreignRetake(_ id: String) -> Credential {
  var credential = foreign(id, fee: 0)
  credential.retake = Retake(fee: Figure(2))
  return credential
}

private func foreign(_ id: String, fee: Int) -> Credential {
  var credential = credential(id, fee: fee)
  credential.price.currency = "EUR"
  return credential
}

private func spoken(_ id: String, _ languages: [String]) -> Credential {
  var credential = credential(id)
  credential.languages = languages
  return credential
}

private func vouched(_ id: String, by: String) -> Credential {
  var credential = credential(id)
  credential.provider = "tiny school"
  credential.quality = [Endorsement(by: by)]
  return credential
}

private func estimated(_ id: String) -> Credential {
  var credential = credential(id)
  credential.workload = Figure(2, low: 1, high: 4, isEstimate: true)
  return credential
}
