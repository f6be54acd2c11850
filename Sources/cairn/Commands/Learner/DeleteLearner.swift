import ArgumentParser
import Storage

/// `cairn learner delete NAME`
struct DeleteLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Deletes a learner and overwrites what was kept of them.",
    discussion: "There is no way back; cairn learner export first, if in doubt.")

  @Argument(help: "The learner's name.")
  var name: String

  func perform() throws -> ExitCode {
    do {
      let store = try KeptLearners.existing()
      guard let store, try store.delete(name) else { throw KeptLearners.unknown(name, try store?.entries() ?? []) }
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    Output.complain("cairn: deleted the learner \"\(name)\"")
    return .success
  }
}
