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
    #expect(Set(opened.catalog.credentials.map(\.price.currency)).count >= 2)
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

  @Test("name no address that SOURCES.md doesn't list")
  func addresses() throws {
    let catalog = try #require(Bundled.opened).catalog
    let figures = catalog.credentials.flatMap { credential in
      FigureName.allCases.compactMap { credential.figure($0)?.source } + [credential.source].compactMap { $0 }
    }
    let sources = figures + catalog.goals.compactMap { $0.occupation?.source }
    #expect(sources.count > 300)
    for url in Set(sources.map(\.url)).sorted() {
      #expect(Bundled.sources.lowercased().contains(url.lowercased()), "not in SOURCES.md: \(url)")
    }
  }

  @Test("say of every wage which year and currency it is of, and where it was read")
  func wages() throws {
    for goal in try #require(Bundled.opened).catalog.goals {
      guard let occupation = goal.occupation, occupation.medianWage != nil else { continue }
      #expect(occupation.year != nil && occupation.currency != nil && occupation.source?.read != nil, "\(goal.id)")
    }
  }
}
