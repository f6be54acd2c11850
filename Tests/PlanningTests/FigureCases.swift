import Catalogs
import Planning

/// What a credential is for this learner: length, load, cost, and figures that are missing.
let figureCases: [ContractCase] = [
  ContractCase(
    "a self-paced length is the study over the week, rounded up", [credential("x", minutes: 5)], frontier: [[0, 3]]),
  ContractCase(
    "a self-paced length is never under its least calendar time", [credential("x", minutes: 5, days: 4)],
    frontier: [[0, 4]]),
  ContractCase(
    "a scheduled length is exactly its days", [credential("x", minutes: 2, days: 4, scheduled: true)],
    frontier: [[0, 4]]),
  ContractCase(
    "a scheduled credential above the week's hours can't be taken",
    [credential("x", minutes: 9, days: 4, scheduled: true)], frontier: []),
  ContractCase(
    "a scheduled credential that fills the week to the minute can be taken",
    [credential("x", minutes: 8, days: 4, scheduled: true)], frontier: [[0, 4]]),
  ContractCase(
    "a month that has started is paid in full", [credential("x", fee: 3, monthly: 10, days: 31)],
    frontier: [[23, 31]]),
  ContractCase(
    "thirty days are one month of a year of twelve", [credential("x", fee: 3, monthly: 10, days: 30)],
    frontier: [[13, 30]]),
  ContractCase(
    "what takes no time costs no month", [credential("x", fee: 3, monthly: 10)], frontier: [[3, 0]]),
  ContractCase(
    "a price nobody stated counts as nothing where fewer than five of its kin are known",
    [credential("x", fee: nil, minutes: 2)], frontier: [[0, 1]]),
  ContractCase(
    "a price nobody stated is the median of five of its kin",
    [credential("x", fee: nil)] + [9, 1, 7, 3, 8].enumerated().map { credential("k\($0)", fee: $1) },
    frontier: [[7, 0]]),
  ContractCase(
    "the median of an even number lies between the middle two, rounded to the nearest",
    [credential("x", fee: nil)] + [9, 1, 8, 3, 5, 8].enumerated().map { credential("k\($0)", fee: $1) },
    frontier: [[7, 0]]),
  ContractCase(
    "an estimate of one of its kin is not a known figure",
    [credential("x", fee: nil)]
      + (0..<5).map { place in
        var kin = credential("k\(place)", fee: 4)
        kin.price.fee?.isEstimate = place == 0
        return kin
      }, frontier: [[0, 0]]),
  ContractCase(
    "of a stack, what is not written is zero",
    [credential("x", fee: nil, minutes: nil, kind: .stack)]
      + (0..<5).map { credential("k\($0)", fee: 9, minutes: 9, kind: .stack) },
    frontier: [[0, 0]]),
  ContractCase(
    "a fee that isn't stated beside a monthly price is zero",
    [credential("x", fee: nil, monthly: 4, days: 1)] + (0..<5).map { credential("k\($0)", fee: 9) },
    frontier: [[4, 1]]),
  ContractCase(
    "a learner's own figures stand in place of the catalog's", [credential("x", fee: 9, minutes: 9)],
    frontier: [[1, 2]]
  ) { $0.mine = ["x": OwnFigures(fee: 1, workload: 4)] },
]
