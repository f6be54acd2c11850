import Foundation
import GRDB
import Learners

/// Why a document can't be taken in, as a sentence.
public struct DocumentFault: Error, Hashable, Sendable {
  public var sentence: String

  /// What was thrown while a document was taken apart.
  init(_ error: any Error) {
    sentence =
      switch error {
      case let fault as Fault: fault.sentence
      case let error as DecodingError: error.sentence
      default: String(describing: error)
      }
  }
}

extension LearnerStore {
  /// Everything that is kept of a learner, as JSON that people can read; `nil` where there is none of that name.
  public func export(_ name: String) throws(StoreFailure) -> Data? {
    try read { database in
      guard let id = try LearnerStore.id(of: name, database), let record = try record(id, database) else { return nil }
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
      let id: Int64
      if let there = try LearnerStore.id(of: record.name, database) {
        guard replacing else { return nil }
        // Whoever has the learner open goes on with what comes in its place.
        id = there
        try database.execute(sql: "DELETE FROM change WHERE learnerId = ?", arguments: [id])
        try database.execute(
          sql: "UPDATE learner SET record = ?, modified = ? WHERE id = ?",
          arguments: [try WrittenJSON.data(RecordDocument(record)), clock(), id])
      } else {
        id = try insert(record, database)
      }
      for (changes, isUndone) in [(done, false), (undone, true)] {
        for change in changes {
          try HistoryWriter.write(change, of: id, isUndone: isUndone, now: clock(), database)
        }
      }
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
      if let unknown = try UnknownKeys.first(in: data, of: document) {
        throw Fault("\(unknown) is nothing that this Cairn knows, and would be lost; a newer one may read it")
      }
      var record = try document.learner.record()
      if let name {
        if let fault = LearnerRecord.fault(ofName: name) { throw Fault("the learner's name \(fault)") }
        record.name = name
      }
      let changes = try (document.history ?? []).map { try $0.change() }
      let undone = document.undone ?? 0
      try Fault.require((0...changes.count).contains(undone), "more changes are undone than there are")
      return (record, Array(changes.dropLast(undone)), Array(changes.suffix(undone)))
    } catch {
      throw DocumentFault(error)
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

/// What a document holds beyond what it is read as.
enum UnknownKeys {
  /// The place of the first, such as `learner.settings.mood`; `nil` where all of it was understood.
  static func first(in data: Data, of document: some Encodable) throws -> String? {
    let all = try JSONSerialization.jsonObject(with: data)
    let read = try JSONSerialization.jsonObject(with: WrittenJSON.data(document))
    return first(in: all, beyond: read)?.joined(separator: ".")
  }

  private static func first(in all: Any, beyond read: Any?) -> [String]? {
    if let all = all as? [String: Any] {
      let read = read as? [String: Any] ?? [:]
      for (key, value) in all.sorted(by: { $0.key < $1.key }) where !(value is NSNull) {
        guard let known = read[key] else { return [key] }
        if let place = first(in: value, beyond: known) { return [key] + place }
      }
    } else if let all = all as? [Any], let read = read as? [Any] {
      for (place, (value, known)) in zip(all, read).enumerated() {
        if let inside = first(in: value, beyond: known) { return ["[\(place)]"] + inside }
      }
    }
    return nil
  }
}
