import Catalogs
import Display
import Foundation
import Learners
import Planning
import Screens

@testable import cairn

/// A document that walks somebody through the program: `Keys:` lines say what is pressed, blocks of `screen` what is then
/// to be seen, each line of them somewhere on the screen.
///
/// A comment at its beginning says for whom: `<!-- replayed 120x40 from 2027-01-04 for ana -->`.
struct Walkthrough {
  enum Part {
    case keys([Key])
    /// - Parameter line: of the document, from 0.
    case quote(String, line: Int)
  }

  struct Quote {
    let text: String
    let line: Int
    let screen: Frame

    var isSeen: Bool { screen.lines.contains { $0.contains(text) } }

    /// What of the screen is most like it: between borders, without the spaces at its ends.
    var nearest: String {
      let pieces = screen.lines.flatMap { $0.split(whereSeparator: { "│┃┏┓┗┛┌┐└┘━─".contains($0) }) }.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return pieces.min { unlikeness($0) < unlikeness($1) } ?? text
    }

    /// Words that only one of both has.
    private func unlikeness(_ piece: String) -> Int {
      Set(text.split(separator: " ")).symmetricDifference(Set(piece.split(separator: " "))).count
    }
  }

  private(set) var parts: [Part] = []
  private(set) var size = Size(width: 120, height: 40)
  private(set) var start = CalendarDate(dayNumber: 0)
  private(set) var name: String?

  init(_ text: String) {
    var isQuoting = false
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        isQuoting = line == "```screen"
      } else if isQuoting {
        parts.append(.quote(line, line: number))
      } else if line.hasPrefix("Keys: `"), let script = line.split(separator: "`").dropFirst().first {
        parts.append(.keys(KeyScript.keys(String(script))))
      } else if line.hasPrefix("<!-- replayed ") {
        read(line.split(separator: " ").map(String.init))
      }
    }
  }

  private mutating func read(_ words: [String]) {
    for (word, next) in zip(words, words.dropFirst()) {
      switch word {
      case "replayed": size = Size(argument: next) ?? size
      case "from": start = CalendarDate(iso: next) ?? start
      case "for": name = next
      default: break
      }
    }
  }

  /// What is quoted, each with the screen on which it is to be seen.
  func replayed(in catalog: Catalog, keeping folder: URL) -> [Quote] {
    let keys = parts.flatMap { part -> [Key] in
      if case .keys(let keys) = part { keys } else { [] }
    }
    let fresh = LearnerRecord(name: name ?? LearnerRecord.unnamed, kept: Profile(Learner(start: start)))
    var opened = OpenedRecord(fresh, keeping: .on)
    opened.today = start
    opened.isFirst = name == nil
    var run = ScreenRun(catalogs: .held(catalog), size: size, glyphs: .unicode, waitsForAll: false)
    run.keeper = Keeper(folder: folder, store: nil, known: fresh)
    let frames = run.frames(during: keys) { [opened] in
      AppState.opening(catalog: catalog, opened: opened, size: size)
    }
    var pressed = 0
    return parts.compactMap { part in
      switch part {
      case .keys(let keys):
        pressed += keys.count
        return nil
      case .quote(let text, let line):
        return Quote(text: text, line: line, screen: frames[min(pressed, frames.count - 1)])
      }
    }
  }
}
