import ArgumentParser

/// Measures the planner, one line of JSON for each question, as `make bench` reads them.
@main
struct CairnBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cairn-bench", abstract: "Measures the planner; one line of JSON for each question.",
    subcommands: [InstancesCommand.self, GoalsCommand.self, CancelCommand.self],
    defaultSubcommand: InstancesCommand.self)
}
