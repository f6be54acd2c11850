import ArgumentParser
import Foundation
import Learners
import Storage

/// `cairn learner import FILE`
struct ImportLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in a learner that cairn learner export wrote.")

  @Argument(help: "The document; - for standard input.")
  var file: String

  @Option(name: .customLong("as"), help: ArgumentHelp("What the learner is to be called here.", valueName: "name"))
  var name: String?

  @Flag(help: "Replace the learner of that name where there is one already.")
  var force = false

  func perform() throws -> ExitCode {
    let data = try read()
    let store = try KeptLearners.opened()
    do {
      guard let taken = try store.take(data, as: name, replacing: force) else {
        throw Failure.usage("there is a learner of that name already; give --as NAME, or --force to replace it")
      }
      Output.complain("cairn: took in the learner \"\(taken)\"")
    } catch let fault as DocumentFault {
      throw Failure.badData("\(file): \(fault.sentence)")
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    return .success
  }

  private func read() throws(Failure) -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let data = FileManager.default.contents(atPath: file) else { throw .noInput("can't read \(file)") }
    return data
  }
}
