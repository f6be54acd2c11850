import Catalogs
import Display
import Foundation
import Interchange
import Learners
import Planning
import Screens
import Storage
import Testing

@testable import cairn

/// What commands and screens show of an index, beside what they show of the same catalogs read whole.
@Suite("An indexed marketplace")
struct IndexedSessionTests {
  private let index: StoredIndex
  private let whole: Catalog

  init() throws { (index, whole) = try Self.made.get() }

  private static let folder = try? TemporaryFolder()
  /// Made once: it takes seconds.
  private static let made = Result { () throws -> (StoredIndex, Catalog) in
    let catalogs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("catalogs").path
    let folder = try #require(IndexedSessionTests.folder)
    let run = try CommandRun(["index", catalogs], environment: ["XDG_CACHE_HOME": folder.url.path], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let opening = StoredIndex.open(
      in: folder.url.appendingPathComponent("cairn"), of: IndexedCatalog.key([catalogs]),
      files: IndexedCatalog.files(try CatalogParts(paths: [catalogs])), reading: EntryJSONText.node)
    guard case .ready(let index) = opening else { throw Unexpected() }
    return (index, try CatalogReading.read(paths: [catalogs]).catalog)
  }

  @Test("what is around an entry tells of it all that the whole does")
  func surroundings() throws {
    let extent = try index.extent()
    #expect(extent.goals == whole.goals.count && extent.credentials == whole.credentials.count)
    let entries =
      whole.goals.map { ($0.id, Entry.goal($0)) } + whole.credentials.map { ($0.id, Entry.credential($0)) }
      + whole.skills.map { ($0.id, Entry.skill($0)) } + whole.providers.map { ($0.id, Entry.provider($0)) }
    #expect(entries.count > 800)
    let evidence = (extent.reportedOn, extent.offered)
    let (json, text) = (EntryJSON(whole), EntryText(whole, width: 100))
    for (place, (id, entry)) in entries.enumerated() where place % 9 == 0 {
      let around = try index.surroundings(of: id)
      #expect(around.credentials.count < 200, "\(id)")
      let own = try #require(entry.same(in: around), "\(id)")
      #expect(EntryJSON(around).value(own).text == json.value(entry).text, "\(id)")
      #expect(EntryText(around, width: 100, extent: evidence).lines(own) == text.lines(entry), "\(id)")
    }
  }

  @Test(
    "places look as they do where all is held",
    arguments: [
      "3 f azzure Enter Tab Down Down Down", "3 BackTab Down Enter", "/ junior-security Enter Tab Down Tab",
      "/ junior-security Enter Tab C Down C 4",
    ])
  func screens(keys: String) throws {
    let held = frame(.held(whole), keys)
    let indexed = frame(.indexed(try IndexedLibrary(index)), keys)
    #expect(indexed.text == held.text)
  }

  @Test("its goals are listed by page; whoever goes to the end of one reads the next")
  func pages() throws {
    let library = try IndexedLibrary(index)
    let first = frame(.indexed(library), "6 1").text
    #expect(whole.goals.count > 50)
    #expect(first.contains("the first 50 of \(whole.goals.count) goals"), "\(first)")
    let all = frame(.indexed(library), "6 1 End End").text
    #expect(all.contains("\(whole.goals.count) of \(whole.goals.count)"), "\(all)")
  }

  @Test("at Explore the end is the end of what is found, not of what was read")
  func toTheEnd() throws {
    let library = try IndexedLibrary(index)
    let all = whole.goals.count + whole.credentials.count
    #expect((100...1000).contains(all))
    let everything = frame(.indexed(library), "3 End").text
    #expect(everything.contains("\(all) of \(all)"), "\(everything)")
    let narrowed = frame(.indexed(library), "3 f c Enter End").text
    #expect(narrowed == frame(.held(whole), "3 f c Enter End").text)
  }

  @Test("sorted, it says that only those listed are sorted")
  func sorting() throws {
    let sorted = frame(.indexed(try IndexedLibrary(index)), "s").text
    #expect(sorted.contains("sorted: the first 50 of \(whole.goals.count) goals"), "\(sorted)")
    #expect(sorted.contains("The first 50 of \(whole.goals.count)"), "\(sorted)")
    #expect(!frame(.held(whole), "s").text.contains("the first"))
  }

  @Test(
    "what is supposed by typing an id is what it is where all is held, and what is mistyped is guessed at",
    arguments: ["exclude=comptia-security Enter", "pin=lf-cks Enter", "knows=linux", "exclude=microsoft", "pin=lf-ckk"])
  func supposing(keys: String) throws {
    let keys = "/ junior-security Enter v \(keys)"
    #expect(frame(.indexed(try IndexedLibrary(index)), keys).text == frame(.held(whole), keys).text)
  }

  private func frame(_ catalogs: SessionCatalogs, _ keys: String) -> Frame {
    let size = Size(width: 120, height: 40)
    let learner = Learner(start: CalendarDate(iso: "2027-01-04") ?? CalendarDate(dayNumber: 0))
    let fresh = LearnerRecord(name: LearnerRecord.unnamed, kept: Profile(learner))
    let run = ScreenRun(catalogs: catalogs, size: size, glyphs: .unicode, waitsForAll: false)
    return run.frame(after: KeyScript.keys(keys)) {
      catalogs.opening(OpenedRecord(fresh, keeping: .off), goal: nil, size: size, glyphs: .unicode)
    }
  }

  private struct Unexpected: Error {}
}

extension Entry {
  /// What bears the same id there.
  fileprivate func same(in catalog: Catalog) -> Entry? {
    switch self {
    case .goal(let goal): catalog.goal(goal.id).map { .goal($0) }
    case .credential(let credential): catalog.credential(credential.id).map { .credential($0) }
    case .skill(let skill): catalog.skill(skill.id).map { .skill($0) }
    case .provider(let provider): catalog.provider(provider.id).map { .provider($0) }
    }
  }
}
