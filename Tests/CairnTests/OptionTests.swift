import Foundation
import Testing

/// One option of the contract's list, a plan in which it decides, and the frontier it demands: cost and days.
struct OptionCase: Sendable, CustomTestStringConvertible {
  var goal: String
  var options: [String]
  var frontier: [[Double]]

  init(_ goal: String, _ options: String..., frontier: [[Double]]) {
    self.goal = goal
    self.options = options
    self.frontier = frontier
  }

  var testDescription: String { ([goal] + options).joined(separator: " ") }

  /// Ten hours a week fill it: a takes 14 days, b 28, e and n 7. m and o are light.
  static let catalog = """
    catalog: options
    title: Options
    currency: USD
    providers: [{id: p, name: P}, {id: q, name: Q, quality: [{by: ANAB}]}]
    skills: [{id: s, name: S}]
    credentials:
      - {id: a, title: A, provider: p, cost: {fee: 100}, effort: 20, delivery: [online], language: [en], teaches: [s],
          retake: {fee: 30, waitDays: 14}, validity: {years: 1, renewal: {fee: 20, hours: 5}}}
      - {id: b, title: B, provider: q, cost: {fee: 60}, effort: 40, delivery: [onsite], language: [de], teaches: [s]}
      - {id: e, title: E, cost: {fee: 50, currency: EUR}, effort: 10, requires: {condition: two years}}
      - {id: m, title: M, cost: {monthly: 10}, effort: 5, duration: {days: 60, pace: scheduled}}
      - {id: o, title: O, cost: {fee: 1}, effort: 5, duration: {days: 60, pace: scheduled}}
      - {id: n, title: N, cost: {fee: 5}, effort: {hours: 10, estimated: true}}
    goals:
      - {id: skill, title: Skill, requires: {skill: s}, occupation: {soc: 15-1231, medianWage: 50000}}
      - {id: both, title: Both, requires: [a, b]}
      - {id: late, title: Late, requires: [{credential: a, active: true}, m]}
      - {id: two, title: Two, requires: [m, o]}
    """

  static let all: [OptionCase] = [
    OptionCase("skill", frontier: [[60, 28], [100, 14]]),
    OptionCase("skill", "--hours-per-week", "20", frontier: [[60, 14], [100, 7]]),
    OptionCase("two", frontier: [[21, 60]]), OptionCase("two", "--at-once", "1", frontier: [[21, 120]]),
    OptionCase("both", frontier: [[160, 42]]),
    OptionCase("skill", "--exclude", "p", frontier: [[60, 28]]),
    OptionCase("skill", "--exclude", "b", frontier: [[100, 14]]),
    OptionCase("skill", "--exclude", "unvouched", frontier: [[60, 28]]),
    OptionCase("skill", "--exclude", "delivery:onsite", frontier: [[100, 14]]),
    OptionCase("skill", "--exclude", "language:en", frontier: [[60, 28]]),
    OptionCase("skill", "--exclude", "language:de,delivery:online", frontier: []),
    OptionCase("skill", "--exclude", "language:de", "--exclude", "p", frontier: []),
    OptionCase("skill", "--budget", "80", frontier: [[60, 28]]),
    OptionCase("skill", "--budget", "90", "--spent", "30", frontier: [[60, 28]]),
    OptionCase("skill", "--budget", "90", "--spent", "30.01", frontier: []),
    OptionCase("skill", "--deadline", "27d", frontier: [[100, 14]]),
    OptionCase("skill", "--deadline", "4w", frontier: [[60, 28], [100, 14]]),
    OptionCase("skill", "--deadline", "2026-01-19", frontier: [[100, 14]]),
    OptionCase("skill", "--deadline", "2026-01-18", frontier: []),
    OptionCase("skill", "--knows", "s", frontier: [[0, 0]]),
    OptionCase("skill", "--earned", "b", frontier: [[0, 0]]),
    OptionCase("skill", "--pin", "b", frontier: [[60, 28]]),
    OptionCase("skill", "--pin", "a,b", frontier: [[160, 42]]),
    OptionCase("late", "--earned", "a@2025-12-01", frontier: [[20, 60]]),
    OptionCase("late", "--earned", "a@2025-01-20", frontier: [[40, 60]]),
    OptionCase("late", "--earned", "a@2024-12-01,o", frontier: [[120, 74]]),
    OptionCase("skill", "--begun", "b:30", frontier: [[0, 7]]),
    OptionCase("m", "--begun", "m:1", frontier: [[20, 48]]),
    OptionCase("skill", "--failed", "a", frontier: [[30, 28]]),
    OptionCase("skill", "--failed", "a:5@2026-01-01", frontier: [[30, 14]]),
    OptionCase("e", frontier: []),
    OptionCase("e", "--rate", "EUR=1.1", frontier: [[55, 7]]),
    OptionCase("e", "--rate", "EUR=1.1", "--deny", "Two Years", frontier: []),
    OptionCase("e", "--rate", "EUR=1.1", "--deny", "two years", "--waive", "e", frontier: [[55, 7]]),
    OptionCase("n", frontier: [[5, 7]]), OptionCase("n", "--no-estimates", frontier: []),
  ]
}

@Suite("Every option means what the contract says")
struct OptionTests {
  private func plan(_ arguments: [String]) throws -> (status: Int32, object: [String: Any]) {
    let bench = try CatalogBench(OptionCase.catalog)
    let run = try CommandRun(
      ["plan"] + arguments + ["--start", "2026-01-05", "--format", "json", "--catalog", "catalog.yaml"],
      in: bench.folder)
    return (run.status, try run.object())
  }

  @Test("in the frontier", arguments: OptionCase.all)
  func frontier(_ example: OptionCase) throws {
    let (status, plan) = try plan([example.goal] + example.options)
    let frontier = try #require(plan["frontier"] as? [[String: Any]])
    #expect(frontier.map { point in ["cost", "days"].compactMap { point[$0] as? Double } } == example.frontier)
    #expect(status == (example.frontier.isEmpty ? 3 : 0))
    #expect(plan["status"] as? String == (example.frontier.isEmpty ? "infeasible" : "optimal"))
    #expect(plan["infeasible"] is NSNull == !example.frontier.isEmpty)
  }

  @Test(
    "in what is chosen",
    arguments: [
      (["--week-price", "19.99"], 0), (["--week-price", "20.01"], 1), (["--wage", "48960"], 0),
      (["--wage", "48959"], 1), (["--wage", "60000"], 0), (["--wage", "0", "--week-price", "0"], 0),
    ])
  func chosen(options: [String], expected: Int) throws {
    #expect(try plan(["skill"] + options).object["chosen"] as? Int == expected)
  }

  @Test(
    "what an amount, a date or a rate can't be is wrong usage",
    arguments: [
      ["--rate", "EUR=0"], ["--rate", "EUR=0.0000000001"], ["--rate", "EUR"], ["--budget", "-1"],
      ["--deadline", "3"], ["--deadline", "3m"], ["--start", "2026-02-30"], ["--hours-per-week", "0"],
      ["--at-once", "0"], ["--begun", "a"], ["--earned", "a@2026-13-01"], ["--budget", "99999999999999999999"],
    ])
  func usage(options: [String]) throws {
    let bench = try CatalogBench(OptionCase.catalog)
    let run = try CommandRun(["plan", "skill", "--catalog", "catalog.yaml"] + options, in: bench.folder)
    #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty, "\(run.output)\(run.errors)")
  }
}
