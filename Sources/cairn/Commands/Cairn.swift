import ArgumentParser

@main
struct Cairn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cairn",
    abstract: "Plans ways to a goal through stackable credentials, and proves which are cheapest and fastest.",
    discussion: """
      Without a command it opens the interactive planner.

      Exit status: 0 a result; 3 no pathway within the limits; 64 wrong usage, or an id that nothing bears; 65 a \
      catalog whose errors leave no answer; 66 no such file; 73 can't write the output; 130 interrupted.
      """,
    version: "0.1",
    subcommands: [
      Open.self, PlanGoal.self, ExportPlan.self, ListGoals.self, Search.self, Show.self, Check.self, IndexCatalog.self,
      New.self, LearnerCommands.self,
      DrawScreen.self, Doctor.self, Manual.self,
    ],
    defaultSubcommand: Open.self)
}
