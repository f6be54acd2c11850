import ArgumentParser
import Catalogs
import Interchange
import Planning

/// Solves instances and prints one line of JSON for each, as `make bench` reads it.
@main
struct CairnBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cairn-bench", abstract: "Times the planner on instances; one line of JSON each.",
    discussion: """
      What is timed is the problem and its solution, with the catalog already read. Where the first run took less than \
      a second, the median of --runs runs is printed. Peak memory is of the whole process: one instance for each call.
      """)

  @Argument(help: "Catalog files, each with the goal to be planned.") var files: [String]
  @Option(help: "The goal's id in every file.") var goal = "goal"
  @Option(help: "Seconds after which the planner is stopped.") var limit = 30
  @Option(help: "Runs of which the median counts.") var runs = 5
  @Option(help: "Hours of study a week.") var hoursPerWeek = 10
  @Option(help: "Credentials in progress at most.") var atOnce = 3
  @Option(help: "Day 0.") var start = "2026-01-05"

  func run() throws {
    guard let start = CalendarDate(iso: start) else { throw ValidationError("\(start) is no date") }
    guard runs > 0, limit > 0 else { throw ValidationError("runs and limit are positive") }
    let learner = Learner(minutesPerWeek: hoursPerWeek * 60, atOnce: atOnce, start: start)
    for file in files {
      let read = try CatalogReading.read(paths: [file])
      for issue in read.errors { throw ValidationError(String(describing: issue)) }
      let request = PlanningRequest(goal: goal, learner: learner)
      let trial = Trial(catalog: read.catalog, request: request, limit: .seconds(limit))
      let name = read.catalog.headers.first?.id ?? file
      print(try Line(name, trial.median(of: runs)).json)
    }
  }
}
