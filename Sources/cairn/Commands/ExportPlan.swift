import ArgumentParser
import Catalogs
import Foundation
import Planning
import Wording

/// `cairn export GOAL…`
struct ExportPlan: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a pathway as a page to take home, or as a document others can use.",
    discussion: """
      The page says what to do this week, each step with its dates and why it is there, what is paid when, what lapses, \
      the other ways that were weighed, on what it all rests, and where and when it was read. As ics it is a calendar of \
      steps, payments and renewals; as csv a table of the steps; as json the object of cairn plan.
      """)

  /// A point of the frontier.
  enum Point: Hashable, ExpressibleByArgument {
    case chosen, cheapest, fastest
    case number(Int)

    init?(argument: String) {
      switch argument {
      case "chosen": self = .chosen
      case "cheapest": self = .cheapest
      case "fastest": self = .fastest
      default:
        guard let number = Int(argument), number > 0 else { return nil }
        self = .number(number)
      }
    }

    func pathway(of outcome: PlanningOutcome) throws(Failure) -> Pathway? {
      switch self {
      case .chosen: return outcome.chosenPathway
      case .cheapest: return outcome.frontier.first
      case .fastest: return outcome.frontier.last
      case .number(let number):
        if outcome.frontier.isEmpty { return nil }
        guard number <= outcome.frontier.count else {
          throw .usage("--pathway: the frontier has \(Amounts.count(outcome.frontier.count, "pathway"))")
        }
        return outcome.frontier[number - 1]
      }
    }
  }

  @Argument(help: "The id of a goal or a credential, or the title of a goal; several are all to be reached.")
  var goals: [String]

  @Option(help: "How it is written. (default: as the file's name says, else markdown)") var format: HandoutFormat?
  @Option(
    name: .customLong("pathway"),
    help: ArgumentHelp(
      "Which one: chosen, cheapest, fastest, or its number along the frontier. (default: chosen)", valueName: "which"))
  var point: Point?
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file where there is one already.") var force = false
  @Option(help: ArgumentHelp("A catalog; repeatable. (default: the bundled ones)", valueName: "path"))
  var catalog: [String] = []

  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func perform() throws -> ExitCode {
    var catalogs = CatalogOptions()
    catalogs.catalog = catalog
    let opened = try catalogs.open(around: goals, learner, [])
    var asked = AskedQuestions()
    asked.wantsSetbacks = true
    let report = try PlanGoal.report(goals, opened, learner, limits) { _ in asked }
    let pathway = try (point ?? .chosen).pathway(of: report.outcome)
    var subject = HandoutSubject(
      goals: report.goals, learner: report.learner, outcome: report.outcome, pathway: pathway,
      catalog: opened.catalog, today: Today.date)
    subject.name = learner.name
    subject.smallest = report.answers.smallest
    // These are about the chosen one.
    if pathway == report.outcome.chosenPathway {
      subject.ends = report.hasRanges ? report.ends : nil
      subject.setbacks = report.answers.setbacks
    }
    try write(Handout(subject), report)
    return PlanGoal.exitCode(report.outcome)
  }

  private func write(_ handout: Handout, _ report: PlanReport) throws(Failure) {
    let format = format ?? output.flatMap { HandoutFormat(path: $0) } ?? .markdown
    guard let output else {
      guard let lines = format.lines(of: handout) else { return try Output.show(report.json) }
      // A text is for whoever reads it here; the rest is for programs, in UTF-8 as their formats have it.
      if format == .text { return try Output.show(lines) }
      return try Output.show(picture: lines.joined(separator: format.lineEnd))
    }
    let data = format.data(of: handout) ?? Data((report.json.text + "\n").utf8)
    try OutputFile(path: output, mayReplace: force, isPrivate: learner.name != nil).write(data)
    Output.complain("written to \(output)")
  }
}
