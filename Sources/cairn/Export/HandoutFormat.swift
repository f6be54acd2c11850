import ArgumentParser
import Display
import Foundation
import Wording

/// How what somebody takes home is written down.
enum HandoutFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, text, html, ics, csv, json

  /// What the name of a file says of it; `nil` where it says nothing.
  init?(path: String) {
    switch (path as NSString).pathExtension.lowercased() {
    case "md", "markdown": self = .markdown
    case "txt", "text": self = .text
    case "html", "htm": self = .html
    case "ics", "ical": self = .ics
    case "csv": self = .csv
    case "json": self = .json
    default: return nil
    }
  }

  /// Lines of the document, with nothing in them that a terminal would obey; `nil` for JSON, which is the plan's own.
  func lines(of handout: Handout) -> [String]? {
    switch self {
    case .markdown: MarkdownPage(handout.page).lines
    case .text: TextPage(handout.page).lines
    case .html: HTMLPage(handout.page).lines
    case .ics: CalendarFile(handout).lines
    case .csv: StepTableFile(handout).lines
    case .json: nil
    }
  }

  /// How its lines end: as the format's own specification says.
  var lineEnd: String { self == .ics || self == .csv ? "\r\n" : "\n" }

  /// The document's bytes.
  func data(of handout: Handout) -> Data? {
    lines(of: handout).map { Data($0.map { $0 + lineEnd }.joined().utf8) }
  }
}
