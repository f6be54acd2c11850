import ArgumentParser
import Catalogs
import Interchange
import Planning

/// Solves instances from nothing.
struct InstancesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instances", abstract: "Times the planner on instances.",
    discussion: """
      What is timed is the problem and its solution, with the catalog already read. Where the first run took less than \
      a second, the median of --runs runs is printed. Peak memory is of the whole process: one instance for each call.
      """)

  @Argument(help: "Catalog files, each with the goal to be planned.") var files: [String]
  @OptionGroup var asked: InstanceOptions
  @Option(help: "Runs of which the median counts.") var runs = 5
  @Option(
    help: "A part of the search to leave out: \(SearchSwitches.named.map(\.name).joined(separator: ", ")).",
    transform: part(named:)) var without: [SearchSwitches] = []

  func run() throws {
    guard runs > 0 else { throw ValidationError("runs are positive") }
    for file in files {
      let (name, trial) = try asked.trial(of: file, switches: without.reduce(.all) { $0.subtracting($1) })
      print(try Line(name, trial, trial.median(of: runs)).json)
    }
  }
}

private func part(named name: String) throws -> SearchSwitches {
  guard let found = SearchSwitches.named.first(where: { $0.name == name }) else {
    throw ValidationError("\(name) is no part of the search")
  }
  return found.part
}

/// What is asked of an instance, and for how long.
struct InstanceOptions: ParsableArguments {
  @Option(help: "The goal's id in every file.") var goal = "goal"
  @Option(help: "Seconds after which the planner is stopped.") var limit = 30
  @Option(help: "Hours of study a week.") var hoursPerWeek = 10
  @Option(help: "Credentials in progress at most.") var atOnce = 3
  @Option(help: "Day 0.") var start = "2026-01-05"

  /// The instance's name, and the question.
  func trial(of file: String, switches: SearchSwitches = .all) throws -> (name: String, trial: Trial) {
    guard let start = CalendarDate(iso: start) else { throw ValidationError("\(start) is no date") }
    guard limit > 0 else { throw ValidationError("limit is positive") }
    let learner = Learner(minutesPerWeek: hoursPerWeek * 60, atOnce: atOnce, start: start)
    let read = try CatalogReading.read(paths: [file])
    for issue in read.errors { throw ValidationError(String(describing: issue)) }
    let trial = Trial(
      catalog: read.catalog, request: PlanningRequest(goal: goal, learner: learner), limit: .seconds(limit),
      switches: switches)
    return (read.catalog.headers.first?.id ?? file, trial)
  }
}
