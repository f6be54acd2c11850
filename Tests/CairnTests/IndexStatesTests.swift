import Foundation
import Interchange
import Storage
import Testing

@testable import cairn

/// What is said and done of an index, whatever became of it.
@Suite("States of an index")
struct IndexStatesTests {
  private let folder: TemporaryFolder
  private var environment: [String: String] {
    ["XDG_CACHE_HOME": folder.path("cache"), "XDG_DATA_HOME": folder.path("data"), "HOME": folder.url.path]
  }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("market"), withIntermediateDirectories: true)
  }

  /// Two files, large by what stands between the entries.
  private func write(_ title: String, spaces: Int = 11 << 20) throws {
    for (name, id) in [("a", "carving"), ("b", "weaving")] {
      let credentials = (0..<20).map {
        "{\"id\": \"\(id)-\($0)\", \"title\": \"\(title) \($0)\", \"cost\": {\"fee\": 5}}"
      }
      let text =
        "{\"catalog\": \"\(name)\", \"title\": \"Crafts\", \"currency\": \"USD\", "
        + String(repeating: " ", count: spaces / 2)
        + "\"credentials\": [\(credentials.joined(separator: ", "))]}"
      try folder.write(text, to: "market/\(name).json")
    }
  }

  private func run(_ arguments: String..., script: String = "exec \"$@\"") throws -> CommandRun {
    try CommandRun(arguments, script: script, environment: environment, in: folder)
  }

  private func doctor() throws -> (run: CommandRun, index: String?) {
    let run = try run("doctor", "--catalog", "market", "--format", "json")
    return (run, (try run.object()["catalogs"] as? [String: Any])?["index"] as? String)
  }

  private func database() throws -> URL {
    let kept = folder.url.appendingPathComponent("cache/cairn")
    let files = try FileManager.default.contentsOfDirectory(at: kept, includingPropertiesForKeys: nil)
    return try #require(files.first { $0.pathExtension == "sqlite" })
  }

  /// Makes nonsense of every page of which something holds.
  private func damage(_ isMeant: (Data) -> Bool) throws {
    let file = try database()
    var bytes = try Data(contentsOf: file)
    var pages = 0
    for start in stride(from: 0, to: bytes.count, by: 4096) where isMeant(bytes[start..<(start + 4096)]) {
      for place in start..<(start + 4096) { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
      pages += 1
    }
    #expect(pages > 0)
    try bytes.write(to: file)
  }

  /// Nothing but the entries themselves, which are read last.
  private func damageEntries() throws { try damage { $0.range(of: Data("\"Carving 3\"".utf8)) != nil } }

  @Test("doctor says of a large catalog whether its index is missing, current, older, damaged or being made")
  func told() throws {
    try write("Carving")
    let none = try doctor()
    #expect(none.index == "none" && none.run.status == 65)
    #expect((try none.run.object()["faults"] as? [String])?.last?.contains("cairn index makes an index") == true)

    #expect(try run("index", "market").status == 0)
    let current = try doctor()
    #expect(current.index?.hasPrefix("as the catalogs are now, in ") == true, "\(current.run.output)")
    #expect(current.run.status == 0, "\(current.run.output)")
    #expect(current.run.output.contains("2 catalogs, 40 credentials"))

    try write("Basketry")
    let older = try doctor()
    #expect(older.index == "older than the catalogs" && older.run.status == 65)

    // Another program makes it now: as far as its first file.
    let paths = [folder.path("market")]
    let parts = try CatalogParts(paths: paths)
    let making = try IndexMaking(
      in: folder.url.appendingPathComponent("cache/cairn"), of: IndexedCatalog.key(paths),
      files: IndexedCatalog.files(parts))
    let begun = try doctor()
    #expect(begun.index == "begun and not finished" && begun.run.status == 65)
    #expect(try making.phase == .reading)

    #expect(try run("index", "market").status == 0)
    try damage { _ in true }
    let damaged = try doctor()
    #expect(damaged.index == "damaged, and thrown away" && damaged.run.status == 65)
    #expect(try doctor().index == "none")
  }

  @Test("a small catalog needs none, and doctor doesn't speak of one")
  func small() throws {
    try write("Carving", spaces: 0)
    let found = try doctor()
    #expect(found.index == nil && found.run.status == 0)
    #expect(found.run.output.contains("2 catalogs, 40 credentials"))
  }

  @Test("an index that turns out to be damaged is thrown away with a word, and the files answer")
  func damaged() throws {
    try write("Carving", spaces: 0)
    for command in [["search", "carving"], ["show", "carving-3"], ["plan", "carving-3", "--start", "2027-01-04"]] {
      let arguments = command + ["--catalog", "market"]
      let expected = try CommandRun(arguments, environment: environment, in: folder)
      #expect(expected.status == 0)
      #expect(try run("index", "market").status == 0)
      try damageEntries()
      let file = try database()
      let found = try CommandRun(arguments, environment: environment, in: folder)
      #expect(found.status == 0 && found.output == expected.output, "\(command) \(found.errors)")
      #expect(found.errors.contains("; cairn index makes it anew"), "\(found.errors)")
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test("a line that a damaged index can't answer is answered by the files")
  func lines() throws {
    try write("Carving", spaces: 0)
    #expect(try run("index", "market").status == 0)
    try damageEntries()
    let run = try run("search", "--each-line", "--catalog", "market", script: "printf 'carv\\ncarving 3\\n' | \"$@\"")
    #expect(run.status == 0 && run.output.split(separator: "\n").count == 2)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.contains("\"carving-3\"") }, "\(run.output)")
  }

  @Test("interrupted again and again, it goes on until it is done, and answers as if it had never been")
  func interrupted() throws {
    for number in 0..<30 {
      let credentials = (0..<40).map { "{\"id\": \"c\(number)-\($0)\", \"title\": \"Carving \(number) \($0)\"}" }
      try folder.write(
        "{\"catalog\": \"m\(number)\", \"currency\": \"USD\", \"credentials\": [\(credentials.joined(separator: ","))]}",
        to: "market/\(number).json")
    }
    let arguments = ["search", "carving 7", "--catalog", "market", "--limit", "50", "--counts", "--format", "json"]
    let expected = try CommandRun(arguments, environment: environment, in: folder)
    var stops = 0
    while true {
      // The longer it was stopped in vain, the longer it may run.
      let seconds = 0.02 + 0.03 * Double(stops)
      let made = try run("index", "market", script: "exec timeout -s INT \(seconds) \"$@\"")
      if made.errors.contains("indexed: ") || made.errors.contains("up to date: ") { break }
      stops += 1
      try #require(stops < 400)
    }
    #expect(stops > 0)
    let found = try CommandRun(arguments, environment: environment, in: folder)
    #expect(found.output == expected.output && found.errors.isEmpty, "\(found.errors)")
  }
}
