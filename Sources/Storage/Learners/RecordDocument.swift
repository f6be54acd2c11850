import Foundation
import Learners

/// A learner's record as it is written.
struct RecordDocument: Codable, Hashable {
  struct NoteDocument: Codable, Hashable {
    var date: String
    var text: String
  }

  var name: String
  var settings: SettingsDocument
  /// Settings being tried.
  var draft: SettingsDocument?
  var goals: [String]?
  var notes: [NoteDocument]?
  var pathways: [PathwayDocument]?
  var followed: String?
}

extension RecordDocument {
  init(_ record: LearnerRecord) {
    name = record.name
    settings = SettingsDocument(record.kept)
    draft = record.draft.map { SettingsDocument($0) }
    goals = record.goals.isEmpty ? nil : record.goals
    notes = record.notes.isEmpty ? nil : record.notes.map { NoteDocument(date: $0.date.iso, text: $0.text) }
    pathways = record.pathways.isEmpty ? nil : record.pathways.map { PathwayDocument($0) }
    followed = record.followed
  }

  func record() throws -> LearnerRecord {
    if let fault = LearnerRecord.fault(ofName: name) { throw Fault("the learner's name \(fault)") }
    let pathways = try (pathways ?? []).map { try $0.savedPathway() }
    try Fault.require(Set(pathways.map(\.name)).count == pathways.count, "two saved pathways bear one name")
    return LearnerRecord(
      name: name, kept: try settings.profile(), draft: try draft?.profile(), goals: goals ?? [],
      notes: try (notes ?? []).map { Note(date: try Fault.date($0.date), text: $0.text) }, pathways: pathways,
      followed: followed)
  }
}

/// A change as it is written: what is the same before and after, and may be long, is left out of both.
///
/// What a change does to a record is the difference between the two (`LearnerRecord.taking`), so nothing is lost.
struct ChangeDocument: Codable, Hashable {
  var name: String
  /// Seconds since 1970-01-01 (UTC).
  var moment: Int?
  var before: RecordDocument
  var after: RecordDocument
}

extension ChangeDocument {
  init(_ change: RecordChange) {
    name = change.name
    moment = change.moment
    before = RecordDocument(change.before)
    after = RecordDocument(change.after)
    if before.pathways == after.pathways { (before.pathways, after.pathways) = (nil, nil) }
    if before.notes == after.notes { (before.notes, after.notes) = (nil, nil) }
    if before.goals == after.goals { (before.goals, after.goals) = (nil, nil) }
  }

  func change() throws -> RecordChange {
    // Until the year 10000.
    try Fault.require(moment, "moment", in: 0...253_402_300_799)
    return RecordChange(name: name, before: try before.record(), after: try after.record(), moment: moment)
  }
}

/// All that is known of a learner, in one file: what `cairn learner export` writes and `import` reads.
struct LearnerDocument: Codable, Hashable {
  static let format = "cairn-learner"
  static let newestVersion = 1

  var format: String
  var version: Int
  var learner: RecordDocument
  /// The oldest first; those that were undone last.
  var history: [ChangeDocument]?
  /// How many of them, at the end, were undone and can be done again.
  var undone: Int?
}

/// JSON that is the same for the same value: keys in alphabetical order, indented where people read it.
enum WrittenJSON {
  static func data(_ value: some Encodable, isIndented: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isIndented ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }
}
