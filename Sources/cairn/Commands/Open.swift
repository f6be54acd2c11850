import ArgumentParser
import Catalogs
import Curses
import Display
import Learners
import Planning
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

  @OptionGroup(title: "Look") var look: LookOptions

  func perform() throws -> ExitCode {
    guard try LargeCatalogs.prepare(catalogs.catalog) else { return ExitCodes.interrupted }
    let settings = Settings.read()
    let options = Interactive.Options(look, settings)
    do {
      let place = goal == nil ? PlaceID.goals : .pathway
      let status = try Interactive.run(options, place: place, keymap: settings.keymap) { [self] setting in
        try begin(settings, setting)
      }
      return ExitCode(status)
    } catch is CursesTerminal.StartFailure {
      return try plainly()
    }
  }

  /// Reads the catalogs and what is kept of the learner.
  private func begin(_ settings: Settings, _ setting: Interactive.Setting) throws -> Beginning<AppState> {
    let progress = ReadingWords(setting.tell)
    let opened = try SessionCatalogs.opened(catalogs.catalog, goal, learner) { _ throws(Failure) in
      try catalogs.open { progress.hear($0) }
    }
    var (record, keeper) = try session(in: opened.named)
    if let fault = settings.faults.first { record.remark = fault }
    let (state, effects) = opened.catalogs.opening(
      record, goal: opened.goal, size: setting.size, glyphs: setting.glyphs, keymap: settings.keymap)
    let jobs = Interactive.jobs(opened.catalogs, wake: setting.wake)
    return Beginning(state: state, effects: effects, jobs: jobs, keeper: keeper)
  }

  /// Whom the session is for. Options without a named learner are for somebody of whom nothing is kept; with one, they are
  /// a draft on top of what is kept, for this once: written down only where something is changed on top of it.
  private func session(in catalog: Catalog) throws(Failure) -> (OpenedRecord, Keeper?) {
    let given = try learner.applied(to: Learner(start: Today.date), in: catalog)
    let isPlain = given == Learner(start: Today.date)
    guard learner.name != nil || isPlain else { return (OpenedRecord(passing: given), nil) }
    var (opened, keeper) = try KeptLearners.session(learner.name)
    opened.today = Today.date
    opened.isFirst = opened.isFirst && isPlain && catalogs.catalog.isEmpty
    guard !isPlain else { return (opened, keeper) }
    var tried = opened.record
    tried.current = try learner.applied(to: tried.current, in: catalog)
    guard tried != opened.record else { return (opened, keeper) }
    let change = opened.history.add(
      RecordChange(name: "options given at the start", before: opened.record, after: tried))
    opened.record = tried
    keeper.hold(.change(change))
    return (opened, keeper)
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
