import ArgumentParser
import Catalogs
import Foundation
import Learners
import Storage
import Wording

/// `cairn learner show NAME`
struct ShowLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints what is kept of a learner.")

  @Argument(help: "The learner's name.")
  var name: String

  @OptionGroup var format: FormatOption

  func perform() throws -> ExitCode {
    do {
      let store = try KeptLearners.existing()
      guard let store, let kept = try store.learner(name, changes: LearnerText.most) else {
        throw KeptLearners.unknown(name, try store?.entries() ?? [])
      }
      switch format.format {
      case .json: try Output.show(raw: try store.export(name) ?? Data())
      case .text: try Output.show(LearnerText(kept.record.rolled(to: Today.date), history: kept.history).lines)
      }
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    return .success
  }
}
