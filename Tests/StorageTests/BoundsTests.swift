import Catalogs
import Foundation
import Learners
import Planning
import Testing

@testable import Storage

/// Documents whose figures are whatever JSON can hold.
@Suite("Figures of a document that is imported")
struct BoundsTests {
  private static let extremes = [
    Int.min, Int.min + 1, -1_000_000_000_000_000, -1, 0, 1, 167 * 60, 168 * 60 + 1, 1_000_000_000_000,
    1_000_000_000_000_000_000, Int.max - 1, Int.max,
  ]

  /// The document with each of its whole numbers in turn replaced by each extreme.
  private func documents(_ document: Any) throws -> [(place: String, data: Data)] {
    var places: [[Any]] = []
    func walk(_ value: Any, _ path: [Any]) {
      if let object = value as? [String: Any] {
        for (key, inner) in object { walk(inner, path + [key]) }
      } else if let list = value as? [Any] {
        for (index, inner) in list.enumerated() { walk(inner, path + [index]) }
      } else if let number = value as? NSNumber, !(value is Bool), number.doubleValue == number.doubleValue.rounded() {
        places.append(path)
      }
    }
    func put(_ number: Int, at path: ArraySlice<Any>, in value: Any) -> Any {
      guard let first = path.first else { return number }
      if var object = value as? [String: Any], let key = first as? String, let inner = object[key] {
        object[key] = put(number, at: path.dropFirst(), in: inner)
        return object
      }
      if var list = value as? [Any], let index = first as? Int {
        list[index] = put(number, at: path.dropFirst(), in: list[index])
        return list
      }
      return value
    }
    walk(document, [])
    return try places.flatMap { path in
      try BoundsTests.extremes.map { number in
        let other = put(number, at: path[...], in: document)
        return ("\(path) = \(number)", try JSONSerialization.data(withJSONObject: other))
      }
    }
  }

  @Test("no figure makes anything stop: it is refused with its place, or taken in and as good as any other")
  func extremes() throws {
    let folder = try TemporaryFolder()
    let store = try LearnerStore.open(in: folder.url).store
    var random = RandomRecord(seed: 3)
    var record = random.record("ana")
    while record.pathways.isEmpty || record.kept.learner.begun.isEmpty || record.kept.learner.failed.isEmpty
      || record.kept.learner.mine.isEmpty || record.kept.learner.rates.isEmpty || record.draft == nil
    {
      record = random.record("ana")
    }
    record.pathways = Array(record.pathways.prefix(1))
    var session = LearnerSession(new: "ana")
    var after = record
    after.learner.atOnce += 1
    _ = try store.save([.change(RecordChange(name: "one", before: record, after: after))], in: &session)
    let exported = try #require(try store.export("ana"))
    var (refused, taken) = (0, 0)
    for (place, data) in try documents(try JSONSerialization.jsonObject(with: exported)) {
      do {
        _ = try store.take(data, as: "b", replacing: true)
        taken += 1
        let kept = try #require(try store.learner("b"), "\(place)")
        // Days are counted on from there, and back.
        _ = kept.record.rolled(to: CalendarDate(dayNumber: 40_000)).rolled(to: CalendarDate(dayNumber: 0))
        for saved in kept.record.pathways {
          _ = (saved.request.learner.start + saved.pathway.days).iso
          _ = saved.pathway.steps.map { ($0.cost * 2, $0.minutes * 7, $0.finish - $0.start) }
        }
      } catch let fault as DocumentFault {
        refused += 1
        #expect(!fault.sentence.isEmpty, "\(place)")
      }
    }
    #expect(refused > 200 && taken > 100, "\(refused) refused, \(taken) taken in")
  }

  @Test("what lies outside of its bounds is named with them")
  func sentences() throws {
    let folder = try TemporaryFolder()
    let store = try LearnerStore.open(in: folder.url).store
    try store.create(LearnerRecord(name: "ana", kept: Profile(Learner(start: CalendarDate(dayNumber: 20_000)))))
    let text = String(decoding: try #require(try store.export("ana")), as: UTF8.self)
    let faults = [
      ("\"minutesPerWeek\" : 600", "\"minutesPerWeek\" : 9223372036854775807", "minutesPerWeek is 9223372036854775807"),
      ("\"minutesPerWeek\" : 600", "\"minutesPerWeek\" : 600, \"begun\": {\"lf-cka\": -720}", "begun.lf-cka is -720"),
      (
        "\"minutesPerWeek\" : 600", "\"minutesPerWeek\" : 600, \"deadlineDays\": 9223372036854775807", "deadlineDays is"
      ),
      ("\"minutesPerWeek\" : 600", "\"minutesPerWeek\" : 600, \"mood\": 1", "learner.settings.mood is nothing"),
    ]
    for (good, bad, sentence) in faults {
      try #require(text.contains(good))
      do {
        _ = try store.take(Data(text.replacing(good, with: bad).utf8), as: "b")
        Issue.record("taken in: \(bad)")
      } catch let fault as DocumentFault {
        #expect(fault.sentence.contains(sentence), "\(fault.sentence)")
      }
    }
    #expect(try store.entries().count == 1)
  }
}
