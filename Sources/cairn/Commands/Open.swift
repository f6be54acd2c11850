import ArgumentParser
import Catalogs
import Display
import Screens

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

  @Flag(help: "Draws in ASCII alone.")
  var ascii = false

  func perform() throws -> ExitCode {
    let opened = try catalogs.open()
    let goal = try goal.map { name throws(Failure) in try Names(opened.catalog).goal(name, issues: opened.issues).id }
    let learner = try learner.learner(in: opened.catalog)
    var options = Interactive.Options()
    options.isASCII = ascii
    do {
      let status = try Interactive.run(options, catalog: opened.catalog) { size, glyphs in
        AppState.opening(catalog: opened.catalog, learner: learner, goal: goal, size: size, glyphs: glyphs)
      }
      return ExitCode(status)
    } catch {
      return try plainly()
    }
  }

  /// What the screens would show, as text.
  private func plainly() throws -> ExitCode {
    guard let goal else {
      return try ListGoals.perform(catalogs, learner, limits)
    }
    return try PlanGoal.perform([goal], catalogs, learner, limits)
  }
}

extension AppState: Drivable {}
