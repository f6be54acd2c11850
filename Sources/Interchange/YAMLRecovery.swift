import Catalogs
import Yams

struct YAMLRecovery {
  let text: SourceText
  private(set) var issues: [CatalogIssue] = []
  private(set) var lostIdentifiers: Set<String> = []
  init(_ text: SourceText) { self.text = text }

  mutating func document() -> DraftNode? {
    if text.isBlank {
      if text.issues.isEmpty { issues.append(JSONFrontEnd.nothing(in: text.file)) }
      return nil
    }
    do {
      var converter = YAMLConverter(file: text.file, budget: text.bytes.count + 1000)
      return try Parser(yaml: text.string, resolver: .basic, encoding: .utf8).singleRoot().map {
        converter.node($0, depth: 1)
      }
    } catch {
      issues.append(
        CatalogIssue(
          .syntax("\(error)"), at: SourcePosition(file: text.file, line: 1, column: 1), severity: .error,
          consequence: .restLeftOut))
      return nil
    }
  }
}
