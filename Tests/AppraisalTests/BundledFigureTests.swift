import Appraisal
import Catalogs
import Foundation
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
    #expect(
      Set(opened.catalog.credentials.map(\.price.currency)).isSuperset(of: ["USD", "GBP", "EUR", "CAD", "AUD", "SGD"]))
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
        }
      }
    }
  }

  /// What SOURCES.md says of each address, lower-cased.
  private static let rows: [(address: String, read: String, seen: String)] =
    Bundled.sources.split(separator: "\n").compactMap { line in
      let cells = line.lowercased().split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count >= 3, line.hasPrefix("| ") else { return nil }
      return (String(cells[0]), cells[1].trimmingCharacters(in: .whitespaces), cells.dropFirst(2).joined())
    }

  /// True where a row of that address and that day names the entry; of a page that bears no date the row says so.
  private func isTraced(_ source: Source, _ id: String) -> Bool {
    let url = source.url.lowercased()
    return Self.rows.contains { row in
      row.address.contains(url) && row.read == source.read?.iso ?? "not known"
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
    for goal in catalog.goals {
      for source in [goal.occupation?.source, goal.occupation?.wageSource] {
        expect(source, goal.occupation?.soc ?? "", "wage of \(goal.id)")
      }
    }
    #expect(traced > 500)
  }

  @Test("say a price or a length was seen only where its row says that a price or a length was")
  func whatWasSeen() throws {
    let catalog = try #require(Bundled.opened).catalog
    let prices = ["price", "fee", "free", "cost", "tuition", "usd", "gbp", "aud", "cad", "sgd"]
    let lengths = [" h", "hour", "day", "week", "month", "preparation"]
    for credential in catalog.credentials where credential.kind != .stack {
      for (name, words) in [(FigureName.fee, prices), (.monthly, prices), (.renewalFee, prices), (.effort, lengths)] {
        guard let figure = credential.figure(name), !figure.isEstimate, figure.value > 0,
          let source = catalog.standing(of: name, in: credential).source
        else { continue }
        let url = source.url.lowercased()
        let said = Self.rows.filter { $0.address.contains(url) }.flatMap { $0.seen.split(separator: ";") }
          .filter { $0.contains(credential.id) }
        let isSaid = said.contains { part in words.contains { part.contains($0) } }
        #expect(isSaid, "\(credential.id), \(name.rawValue): its row doesn't say that it was seen")
      }
    }
  }

  @Test("are counted in their README as check counts them")
  func table() throws {
    let readme = try String(contentsOf: Bundled.folder.appendingPathComponent("README.md"), encoding: .utf8)
    for coverage in Coverage.all(in: try #require(Bundled.opened).catalog, today: CalendarDate(dayNumber: 20_700)) {
      let figures = [Grade.source, .elsewhere, .estimate, .unknown].map { coverage.figures[$0, default: 0] }
      let cells = ([coverage.credentials, coverage.goals] + figures).map(String.init).joined(separator: " | ")
      #expect(readme.contains("[\(coverage.catalog).yaml](\(coverage.catalog).yaml) | \(cells) |"))
    }
  }

  @Test("say of every wage of whom, of which year and in which currency it is, and where it was read")
  func wages() throws {
    for goal in try #require(Bundled.opened).catalog.goals {
      guard let occupation = goal.occupation, occupation.medianWage != nil else { continue }
      let source = occupation.wageSource ?? occupation.source
      #expect(occupation.year != nil && occupation.currency != nil && source?.read != nil, "\(goal.id)")
      #expect(occupation.title != nil, "\(goal.id): whose wage it is isn't said")
      guard let low = occupation.lowerQuartile, let median = occupation.medianWage else { continue }
      #expect(low < median && median < occupation.upperQuartile ?? 0, "\(goal.id): quartiles out of order")
    }
  }
}
