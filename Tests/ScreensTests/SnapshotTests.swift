import Display
import Testing

@testable import Screens

@Suite("What each screen looks like")
struct SnapshotTests {
  static let sizes = [
    Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 20), Size(width: 40, height: 10),
  ]

  @Test("every scene, as it was looked at and found good", arguments: Scene.allCases, sizes)
  func unicode(_ scene: Scene, _ size: Size) throws {
    let frame = try scene.session(size: size).frame
    Snapshot.expect(frame.pictured, named: "\(scene.rawValue)-\(size.width)x\(size.height)")
  }

  @Test("every scene in ASCII", arguments: Scene.allCases)
  func ascii(_ scene: Scene) throws {
    let frame = try scene.session(size: Size(width: 80, height: 24), glyphs: .ascii).frame
    Snapshot.expect(frame.pictured, named: "\(scene.rawValue)-80x24-ascii")
  }

  @Test("the roles tell focus and selection apart", arguments: [Scene.goals, .frontier, .timeline, .list, .find])
  func roles(_ scene: Scene) throws {
    let frame = try scene.session(size: Size(width: 80, height: 24)).frame
    Snapshot.expect(frame.roles, named: "\(scene.rawValue)-80x24-roles")
  }

  @Test("ASCII changes the characters, never where anything stands", arguments: Scene.allCases, sizes)
  func asciiStandsTheSame(_ scene: Scene, _ size: Size) throws {
    let unicode = try scene.session(size: size).frame
    let ascii = try scene.session(size: size, glyphs: .ascii).frame
    #expect(ascii.text.utf8.allSatisfy { $0 < 0x80 })
    let rows = zip(ascii.roles.split(separator: "\n"), unicode.roles.split(separator: "\n"))
    for (y, row) in rows.enumerated() {
      // Half of a wide character isn't shown, half of its twin is: where a cut goes through one, a column is missing.
      let line = unicode.lines[y]
      if line.contains("…") && line.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { continue }
      #expect(row.0 == row.1, "row \(y)\n\(ascii.text)\n\(unicode.text)")
    }
    #expect(ascii.cursor == unicode.cursor)
  }

  @Test("too small a terminal is told the size it needs", arguments: Scene.allCases)
  func tooSmall(_ scene: Scene) throws {
    for size in [Size(width: 39, height: 10), Size(width: 40, height: 9)] {
      #expect(try scene.session(size: size).frame.text.contains("Cairn needs 40 x 10"))
    }
    let least = try scene.session(size: Size(width: 1, height: 1)).frame
    #expect(least.lines == ["…"])
    #expect(least.cursor == Point(x: 0, y: 0))
  }

  @Test("without any colour, what is selected can be told by its sign", arguments: Scene.allCases, sizes)
  func selectionIsText(_ scene: Scene, _ size: Size) throws {
    let frame = try scene.session(size: size).frame
    for y in 0..<size.height {
      let isSelected = (0..<size.width).contains { frame.cell(x: $0, y: y).role == .selection }
      #expect(!isSelected || frame.lines[y].contains("▸"), "row \(y) of \(scene)")
    }
  }

  @Test("without any colour, the pane with the focus has heavier lines", arguments: sizes)
  func focusIsText(_ size: Size) throws {
    for scene in [Scene.frontier, .timeline, .list, .details] {
      let frame = try scene.session(size: size).frame
      let title = [Scene.frontier: "Frontier", .details: "Details"][scene] ?? "Pathway"
      let heavy = frame.lines.filter { $0.contains("┏") }
      #expect(heavy.count == 1)
      let after = heavy.first?.split(separator: "┏").last ?? ""
      #expect(after.hasPrefix("━ \(title)"), "\(scene): \(after)")
    }
  }
}
