import ArgumentParser

/// `cairn learner`
struct LearnerCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learner", abstract: "Lists, shows, makes, exports, imports and deletes learners.",
    discussion: "Learners are kept in one file that you alone can read; cairn learner list says where.",
    subcommands: [
      ListLearners.self, ShowLearner.self, NewLearner.self, ExportLearner.self, ImportLearner.self,
      DeleteLearner.self, LearnerHelp.self,
    ], defaultSubcommand: ListLearners.self)
}

/// How a command about learners writes its result.
struct FormatOption: ParsableArguments {
  @Option(help: "How results are written: text for people, json for programs.")
  var format: OutputFormat = .text
}

/// `cairn learner help NAME`: with a default subcommand, nobody else answers it.
struct LearnerHelp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Says how a subcommand is used.", shouldDisplay: false)

  @Argument(help: "The subcommand.")
  var name: String?

  func run() throws {
    let known = LearnerCommands.configuration.subcommands
    guard let name else { throw CleanExit.helpRequest(LearnerCommands.self) }
    guard let command = known.first(where: { $0.configuration.commandName == name }) else {
      throw ValidationError("cairn learner has no subcommand \"\(name)\".")
    }
    throw CleanExit.helpRequest(command)
  }
}
