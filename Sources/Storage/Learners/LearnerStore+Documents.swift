import Foundation
import GRDB
import Learners

/// Why a document can't be taken in, as a sentence.
public struct DocumentFault: Error, Hashable, Sendable {
  public var sentence: String
}

extension LearnerStore {
  /// Everything that is kept of a learner, as JSON that people can read; `nil` where there is none of that name.
  public func export(_ name: String) throws(StoreFailure) -> Data? {
    try read { database in
      guard let (id, record) = try LearnerStore.record(name, database) else { return nil }
      let done = try LearnerStore.changes(of: id, isUndone: false, database)
      let undone = try LearnerStore.changes(of: id, isUndone: true, database)
      let history = (done + undone).map(ChangeDocument.init)
      let document = LearnerDocument(
        format: LearnerDocument.format, version: LearnerDocument.newestVersion, learner: RecordDocument(record),
        history: history.isEmpty ? nil : history, undone: undone.isEmpty ? nil : undone.count)
      return try WrittenJSON.data(document, isIndented: true)
    }
  }

  /// Takes in what `export` wrote.
  ///
  /// - Parameters:
  ///   - name: what the learner is to be called; `nil` for the name in the document.
  ///   - replacing: whether one of that name may be replaced.
  /// - Returns: the learner's name; `nil` where one is there already and may not be replaced.
  /// - Throws: `StoreFailure`, or `DocumentFault` where the document can't be understood.
  public func take(_ data: Data, as name: String? = nil, replacing: Bool = false) throws -> String? {
    let (record, done, undone) = try LearnerStore.content(of: data, as: name)
    return try write { database -> String? in
      if try LearnerStore.record(record.name, database) != nil {
        guard replacing else { return nil }
        try database.execute(sql: "DELETE FROM learner WHERE name = ?", arguments: [record.name])
      }
      try insert(record, database)
      let id = database.lastInsertedRowID
      for change in done { try add(change, to: id, isUndone: false, database) }
      for change in undone { try add(change, to: id, isUndone: true, database) }
      return record.name
    }
  }

  private typealias Content = (record: LearnerRecord, done: [RecordChange], undone: [RecordChange])

  private static func content(of data: Data, as name: String?) throws(DocumentFault) -> Content {
    do {
      let document = try WrittenJSON.value(LearnerDocument.self, from: data)
      try Fault.require(document.format == LearnerDocument.format, "it is no learner's document")
      try Fault.require(
        document.version <= LearnerDocument.newestVersion, "it was written by a newer Cairn; read it with that one")
      var record = try document.learner.record()
      if let name {
        if let fault = LearnerRecord.fault(ofName: name) { throw Fault("the learner's name \(fault)") }
        record.name = name
      }
      let changes = try (document.history ?? []).map { try $0.change() }
      let undone = document.undone ?? 0
      try Fault.require((0...changes.count).contains(undone), "more changes are undone than there are")
      return (record, Array(changes.dropLast(undone)), Array(changes.suffix(undone)))
    } catch let fault as Fault {
      throw DocumentFault(sentence: fault.sentence)
    } catch let error as DecodingError {
      throw DocumentFault(sentence: error.sentence)
    } catch {
      throw DocumentFault(sentence: String(describing: error))
    }
  }
}

extension DecodingError {
  /// Where in the document, and what is wrong there.
  fileprivate var sentence: String {
    func place(_ context: Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
      return path.isEmpty ? "" : "\(path): "
    }
    switch self {
    case .keyNotFound(let key, let context): return place(context) + "\"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return place(context) + context.debugDescription
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "it is no JSON" : place(context) + context.debugDescription
    @unknown default: return "it can't be read"
    }
  }
}
