import ArgumentParser
import Foundation
import Storage

/// `cairn learner export NAME`
struct ExportLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes everything that is kept of a learner as one JSON document.",
    discussion: "cairn learner import reads it, here or on another machine, and nothing is lost on the way.")

  @Argument(help: "The learner's name.")
  var name: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file where there is one already.")
  var force = false

  func perform() throws -> ExitCode {
    do {
      let store = try KeptLearners.existing()
      guard let store, let data = try store.export(name) else {
        throw KeptLearners.unknown(name, try store?.entries() ?? [])
      }
      guard let output else {
        try Output.show(raw: data)
        return .success
      }
      try OutputFile(path: output, mayReplace: force, isPrivate: true).write(data + Data("\n".utf8))
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    return .success
  }
}
