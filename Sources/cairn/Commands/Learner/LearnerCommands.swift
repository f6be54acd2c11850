import ArgumentParser

/// `cairn learner`
struct LearnerCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learner", abstract: "Lists, shows, makes, exports, imports and deletes learners.",
    discussion: "Learners are kept in one file that you alone can read; cairn learner list says where.",
    subcommands: [
      ListLearners.self, ShowLearner.self, NewLearner.self, ExportLearner.self, ImportLearner.self,
      DeleteLearner.self,
    ], defaultSubcommand: ListLearners.self)
}

/// How a command about learners writes its result.
struct FormatOption: ParsableArguments {
  @Option(help: "How results are written: text for people, json for programs.")
  var format: OutputFormat = .text
}
