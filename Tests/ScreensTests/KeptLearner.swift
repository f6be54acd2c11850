import Catalogs
import Learners
import Planning

@testable import Screens

/// Somebody of whom something is kept.
enum KeptLearner {
  static let today = CraftCatalog.start

  static var record: LearnerRecord {
    var learner = CraftCatalog.learner
    learner.earned = ["tech": today + -3 * 365 + 20, "joiner": nil]
    learner.knows = ["weaving"]
    learner.excluded = [.credential("rocket")]
    learner.budget = 900_00
    return LearnerRecord(
      name: "Ana 職", kept: Profile(learner),
      notes: [Note(date: today + -7, text: "wants to be done by summer, \u{1B}[31mif at all")])
  }

  static var opened: OpenedRecord { opened(record) }

  static func opened(_ record: LearnerRecord) -> OpenedRecord {
    var opened = OpenedRecord(record, keeping: .on)
    opened.today = today
    return opened
  }

  /// Somebody who comes for the first time.
  static var first: OpenedRecord {
    var opened = opened(LearnerRecord(name: LearnerRecord.unnamed, kept: Profile(CraftCatalog.learner)))
    opened.isFirst = true
    return opened
  }
}
