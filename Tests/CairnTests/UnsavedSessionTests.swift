import Foundation
import Testing

/// A session in which nothing can be kept: it says why and what to do, and goes on.
@Suite("A session that can't save", .serialized)
struct UnsavedSessionTests {
  enum Trouble: CaseIterable, Sendable {
    /// Something else has the name of the folder.
    case noFolder
    /// A newer Cairn has brought the store up to date with migrations that nobody here knows.
    case newer
    /// No file may grow as large as a store.
    case full
  }

  @Test("it says so, works as ever, and leaves what there is as it was", arguments: Trouble.allCases)
  func going(on trouble: Trouble) throws {
    let session = try TerminalSession()
    let data = session.folder.url.appendingPathComponent("data")
    let store = data.appendingPathComponent("cairn/learners.sqlite")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    switch trouble {
    case .noFolder: try session.folder.write("", to: "data/cairn")
    case .newer:
      try FileManager.default.createDirectory(
        at: data.appendingPathComponent("cairn"), withIntermediateDirectories: true)
      try Self.newerStore().write(to: store)
    case .full: try session.enter("trap '' XFSZ; ulimit -f 8")
    }
    let before = try? Data(contentsOf: store)
    try session.startPlanner("XDG_DATA_HOME=\(data.path)")
    try session.press("+")
    let reason = [Trouble.noFolder: "can't write", .newer: "newer Cairn", .full: "no room left"][trouble] ?? ""
    try session.wait("the change") { $0.screen.contains("11 h/week") }
    try session.press("6")
    try session.wait("the reason") { $0.screen.contains(reason) }
    try session.press("1", "Enter")
    try session.wait("a pathway") { $0.screen.contains("Frontier") }
    try session.press("q")
    #expect(try session.status() == 0)
    if trouble == .newer { #expect(try Data(contentsOf: store) == before) }
  }

  @Test("a damaged store is set aside, and the session is kept in a new one")
  func damaged() throws {
    let session = try TerminalSession()
    try FileManager.default.createDirectory(
      at: session.folder.url.appendingPathComponent("data/cairn"), withIntermediateDirectories: true)
    try session.folder.write("no database at all, whatever it is called", to: "data/cairn/learners.sqlite")
    let variable = "XDG_DATA_HOME=\(session.folder.path("data"))"
    try session.startPlanner(variable)
    try session.wait("the remark") { $0.screen.contains("damaged") }
    try session.press("+")
    try session.wait("the change") { $0.screen.contains("11 h/week") }
    try session.press("q")
    #expect(try session.status() == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: session.folder.path("data/cairn"))
    #expect(names.contains { $0.hasPrefix("learners.sqlite.damaged-") })
    try session.startPlanner(variable)
    try session.wait("what was changed") { $0.screen.contains("11 h/week") }
  }

  /// A store in which the migrations that were made bear a name nobody here knows.
  private static func newerStore() throws -> Data {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/learners-1.sqlite")
    var bytes = try Data(contentsOf: fixture)
    let known = Data("1 learners and their changes".utf8)
    while let found = bytes.range(of: known) { bytes[found.lowerBound] = UInt8(ascii: "9") }
    return bytes
  }
}
