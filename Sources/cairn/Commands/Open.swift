import ArgumentParser
import Catalogs
import Display

/// The interactive planner; where there is no terminal for it, the goals as plain output.
struct Open: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "The interactive planner (the default).",
    discussion: "Where there is no terminal to show it in, the goals are printed, or the plan for GOAL.")

  @Argument(help: "The goal to begin with: the id of a goal or a credential.")
  var goal: String?

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func perform() throws -> ExitCode { try plainly() }

  /// What the screens would show, as text.
  private func plainly() throws -> ExitCode {
    guard let goal else {
      return try ListGoals.perform(catalogs, learner, limits)
    }
    return try PlanGoal.perform(goal, catalogs, learner, limits)
  }
}
