import Appraisal
import Catalogs
import Testing

@Suite("The bundled catalogs")
struct BundledFigureTests {
  @Test("open without error or warning, with the breadth that is promised")
  func breadth() throws {
    let opened = try #require(Bundled.opened)
    #expect(opened.issues.isEmpty)
    #expect(opened.catalog.credentials.count >= 400)
    #expect(opened.catalog.goals.count >= 60)
    #expect(Set(opened.catalog.goals.map(\.catalog)).count >= 10)
    #expect(Set(opened.catalog.credentials.map(\.price.currency)).count >= 5)
  }

  @Test("say of every figure where and when it was read, or that it is an estimate and on what it rests")
  func figures() throws {
    let catalog = try #require(Bundled.opened).catalog
    for credential in catalog.credentials {
      for name in FigureName.allCases {
        guard let figure = credential.figure(name) else { continue }
        let place = "\(credential.id), \(name.rawValue)"
        if figure.isEstimate {
          #expect(figure.basis != nil, "\(place): an estimate without a basis")
          // What was guessed at by us has a range; what is widely known is one figure.
          let isOurs = figure.basis?.hasPrefix("Cairn's estimate") ?? false
          #expect(!isOurs || figure.low != nil && figure.high != nil, "\(place): an estimate of ours without a range")
        } else if credential.kind != .stack {
          let standing = catalog.standing(of: name, in: credential)
          #expect(standing.grade == .source || standing.grade == .elsewhere, "\(place): where it was seen is not said")
          #expect(standing.source?.read != nil, "\(place): when it was seen is not said")
        }
      }
    }
  }

  /// What SOURCES.md says of each address, lower-cased.
  private static let rows: [(address: String, seen: String)] = Bundled.sources.split(separator: "\n").compactMap {
    line in
    let cells = line.lowercased().split(separator: "|").map { $0.drop { $0 == " " } }
    return cells.count >= 3 && line.hasPrefix("| ") ? (String(cells[0]), cells.dropFirst(2).joined()) : nil
  }

  /// True where a row of that address names the entry.
  private func isTraced(_ source: Source, _ id: String) -> Bool {
    let url = source.url.lowercased()
    return Self.rows.contains { row in
      row.address.contains(url)
        && row.seen.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == id.lowercased() }
    }
  }

  @Test("trace every figure that was seen, every wage and every finding to a row of SOURCES.md that names it")
  func sources() throws {
    let catalog = try #require(Bundled.opened).catalog
    var traced = 0
    func expect(_ source: Source?, _ id: String, _ what: String) {
      guard let source else { return }
      traced += 1
      #expect(isTraced(source, id), "\(id), \(what): no row for \(source.url) names it")
    }
    for credential in catalog.credentials {
      for name in FigureName.allCases {
        guard let figure = credential.figure(name), !figure.isEstimate else { continue }
        expect(catalog.standing(of: name, in: credential).source, credential.id, name.rawValue)
      }
      expect(credential.source, credential.id, "entry")
      for finding in credential.outcomes { expect(finding.source, credential.id, "finding") }
    }
    for provider in catalog.providers {
      for finding in provider.outcomes { expect(finding.source, provider.id, "finding") }
    }
    for goal in catalog.goals { expect(goal.occupation?.source, goal.occupation?.soc ?? "", "wage") }
    #expect(traced > 500)
  }

  @Test("say of every wage which year and currency it is of, and where it was read")
  func wages() throws {
    for goal in try #require(Bundled.opened).catalog.goals {
      guard let occupation = goal.occupation, occupation.medianWage != nil else { continue }
      #expect(occupation.year != nil && occupation.currency != nil && occupation.source?.read != nil, "\(goal.id)")
    }
  }
}
