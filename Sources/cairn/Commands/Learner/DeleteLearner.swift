import ArgumentParser
import Storage

/// `cairn learner delete NAME`
struct DeleteLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Deletes a learner and overwrites what was kept of them.",
    discussion: """
      There is no way back; cairn learner export first, if in doubt. Copies of a damaged store that was set aside may \
      hold the learner still: they are named, and stay unless --copies is given.
      """)

  @Argument(help: "The learner's name.")
  var name: String

  @Flag(help: "Overwrite and remove damaged stores that were set aside, too, with whatever they hold.")
  var copies = false

  func perform() throws -> ExitCode {
    guard LearnerStore.exists(in: KeptLearners.folder) else { throw KeptLearners.unknown(name, []) }
    let deletion: LearnerStore.Deletion
    do {
      let store = try KeptLearners.opened()
      deletion = try store.delete(name)
      if deletion == .unknown { throw KeptLearners.unknown(name, try store.entries()) }
      if copies { try LearnerStore.removeCopies(in: KeptLearners.folder) }
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    let rest = deletion == .due ? "; another program is reading, so what was kept is overwritten the next time" : ""
    Output.complain("cairn: deleted the learner \"\(name)\"\(rest)")
    for path in LearnerStore.copies(in: KeptLearners.folder) {
      Output.complain("cairn: a damaged store may hold \"\(name)\" still: \(path) (--copies removes it)")
    }
    return .success
  }
}
