import ArgumentParser
import Learners
import Planning
import Storage

/// `cairn learner new NAME`
struct NewLearner: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a learner, with the settings that the options give.")

  @Argument(help: "What the learner is to be called.")
  var name: String

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions

  func validate() throws {
    if let fault = LearnerRecord.fault(ofName: name) { throw ValidationError("The name \(fault).") }
  }

  func perform() throws -> ExitCode {
    let settings = try learner.learner(in: try catalogs.open().catalog)
    let profile = Profile(settings, startsToday: learner.start == nil)
    let store = try KeptLearners.opened()
    do {
      guard try store.learner(name, changes: 0) == nil else {
        throw Failure.usage("there is a learner called \"\(name)\" already; choose another name")
      }
      try store.create(LearnerRecord(name: name, kept: profile))
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    Output.complain("cairn: made the learner \"\(name)\"; cairn --learner \"\(name)\" plans for them")
    return .success
  }
}
