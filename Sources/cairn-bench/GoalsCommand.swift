import ArgumentParser
import Catalogs
import Foundation
import Interchange
import Planning

/// Every goal of the catalogs from nothing, and again after each of the changes a person makes at the keyboard.
struct GoalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goals", abstract: "Times every goal of catalogs from nothing, and after one change.",
    discussion: """
      Prints percentiles over all goals of the time from the request to the proof, to the first pathway, and to the \
      proof after one change: an hour a week more or fewer, one at a time more or fewer, four fifths of the money or \
      of the days, each step of the chosen pathway excluded, a month later.
      """)

  @Argument(help: "Catalog files or folders.") var paths: [String]
  @Option(help: "Hours of study a week.") var hoursPerWeek = 8
  @Option(help: "Day 0.") var start = "2026-12-01"
  @Option(help: "Seconds after which a question is given up.") var limit = 10

  func run() throws {
    guard let start = CalendarDate(iso: start) else { throw ValidationError("\(start) is no date") }
    let catalog = try CatalogReading.read(paths: paths).catalog
    let learner = Learner(minutesPerWeek: hoursPerWeek * 60, atOnce: 2, start: start)
    var fromNothing: [Double] = []
    var first: [Double] = []
    var changed: [Double] = []
    var unproven = 0
    for goal in catalog.goals {
      let trial = Trial(
        catalog: catalog, request: PlanningRequest(goal: goal.id, learner: learner), limit: .seconds(limit))
      let result = try trial.median(of: 3)
      fromNothing.append(result.elapsed.inMilliseconds)
      if let found = result.first { first.append(found.inMilliseconds) }
      if case .incomplete = result.outcome.status { unproven += 1 }
      for change in changes(after: result.outcome, learner) {
        var trial = trial
        trial.request.learner = learner.changed(by: [change])
        let result = try trial.median(of: 1)
        changed.append(result.elapsed.inMilliseconds)
        if case .incomplete = result.outcome.status { unproven += 1 }
      }
    }
    let line = Percentiles(
      goals: fromNothing.count, questions: fromNothing.count + changed.count, unproven: unproven,
      fromNothing: .init(fromNothing), first: .init(first), afterOneChange: .init(changed),
      peakMemory: Usage.now.peakMemory)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(line), as: UTF8.self))
  }

  private func changes(after outcome: PlanningOutcome, _ learner: Learner) -> [SettingChange] {
    var found: [SettingChange] = [
      .minutesPerWeek(learner.minutesPerWeek - 60), .minutesPerWeek(learner.minutesPerWeek + 60),
      .atOnce(1), .atOnce(3), .start(learner.start + 30),
    ]
    guard let chosen = outcome.chosen.map({ outcome.frontier[$0] }) else { return found }
    found += [.budget(chosen.cost * 4 / 5), .deadline(chosen.days * 4 / 5)]
    found += chosen.steps.map { .exclude(.credential($0.credential)) }
    return found
  }

  /// Milliseconds.
  private struct Percentiles: Encodable {
    var goals: Int
    var questions: Int
    var unproven: Int
    var fromNothing: Spread
    var first: Spread
    var afterOneChange: Spread
    var peakMemory: Int

    struct Spread: Encodable {
      var p50 = 0.0
      var p95 = 0.0
      var p99 = 0.0
      var most = 0.0

      init(_ figures: [Double]) {
        let sorted = figures.sorted()
        guard let last = sorted.last else { return }
        func at(_ part: Double) -> Double { sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))] }
        (p50, p95, p99, most) = (at(0.5), at(0.95), at(0.99), last)
      }
    }
  }
}
