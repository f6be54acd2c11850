import Foundation
import Testing

@Suite("What commands say of worth")
struct AppraisalCommandTests {
  private static let text = """
    catalog: ways
    title: Ways
    currency: USD
    providers: [{id: p, name: P, country: US, quality: [{by: ANAB}]}, {id: q, name: Q}]
    skills: [{id: s, name: Sawing}, {id: t, name: Talking}]
    credentials:
      - {id: cheap, title: Cheap saw, provider: p, cost: {fee: 100}, effort: {hours: 10}, teaches: [s],
          assessment: proctored exam, source: {url: "https://x.example", read: 2026-01-05}}
      - {id: dear, title: Dear saw, provider: q, cost: {fee: 300}, effort: {hours: 10}, teaches: [s],
          validity: {years: 2, renewal: {fee: 50}}, source: {url: "https://x.example", read: 2026-01-05}}
      - {id: abroad, title: Saw abroad, provider: q, cost: {currency: EUR, fee: 20}, effort: {hours: 90}, teaches: [s]}
      - {id: guess, title: Guessed saw, provider: q, cost: {fee: 90, estimated: true, basis: hearsay}, effort: 50,
          teaches: [s, t]}
    goals:
      - {id: sawyer, title: Sawyer, requires: {skill: s}}
      - {id: second, title: Second, requires: {credential: abroad}}
    """

  /// What a command says, on one line: where it is wrapped is of no interest here.
  private func said(_ arguments: String...) throws -> String {
    let bench = try CatalogBench(Self.text)
    let run = try CommandRun(arguments + ["--catalog", "catalog.yaml"], in: bench.folder)
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("ways to a skill are side by side with five years of upkeep; what is beaten says by what and why")
  func skill() throws {
    let output = try said("show", "s")
    #expect(output.contains("five years"))
    #expect(output.contains("dear is beaten by cheap"))
    #expect(output.contains("200 USD and 100 USD of upkeep in five years less"))
    #expect(output.contains("~90 USD"))
  }

  @Test("the others of a credential are told with upkeep, marks of estimates, and its own currency first")
  func others() throws {
    let output = try said("show", "cheap")
    #expect(output.contains("300 USD, 400 USD kept for five years, 10 h"))
    #expect(output.contains("~90 USD, 50 h"))
    let places = ["Guessed saw:", "Dear saw:", "Saw abroad:"].compactMap { output.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    #expect(!output.contains("no goal asks for"))
    #expect(try said("show", "guess").contains("no goal asks for Talking"))
  }

  @Test("the ten elements of the European description are told or kept silent about, with how it is assessed")
  func description() throws {
    let output = try said("show", "cheap")
    #expect(output.contains("tells 8 of 10"))
    #expect(output.contains("is silent about level and form of participation"))
    #expect(output.contains("assessed by: proctored exam") && output.contains("identity is checked"))
  }

  @Test("who means to take what contains it is told not to buy it first")
  func contained() throws {
    let output = try said("show", "cheap")
    #expect(output.contains("contained in Guessed saw, which teaches all it does and more without asking for it"))
    #expect(try !said("show", "guess").contains("contained in"))
  }

  @Test("money that rests on an estimated price is marked, also where that has no range")
  func marks() throws {
    #expect(try said("plan", "guess").contains("The way: ~90.00 USD"))
    #expect(try said("plan", "cheap").contains("The way: 100.00 USD"))
    #expect(try !said("plan", "cheap").contains("~"))
    #expect(try said("goals").contains("~90"))
  }

  @Test("keeping to what is vouched for, and to what is seen, has its price, or leaves nothing")
  func limits() throws {
    #expect(
      try said("plan", "sawyer", "--exclude", "unvouched")
        .contains("keeping to what is vouched for costs 10.00 USD more for the cheapest and 0 days more"))
    let seen = try CatalogBench(Self.text).run("plan", "guess", "--no-estimates")
    #expect(seen.status == 3)
    #expect(seen.output.contains("estimates allowed: 90.00 USD"))
  }
}
