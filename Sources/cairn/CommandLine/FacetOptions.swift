import ArgumentParser
import Catalogs
import Library

/// What narrows a search, and the order of what is found.
struct FacetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The catalog it stands in, by title or id.", valueName: "title"))
  var field: [String] = []

  @Option(help: ArgumentHelp("Who offers it, by name or id.", valueName: "name"))
  var provider: [String] = []

  @Option(help: "What it is: \(Credential.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: [Credential.Kind] = []

  @Option(help: "How it is taught: \(Credential.Delivery.allCases.map(\.rawValue).joined(separator: ", ")).")
  var delivery: [Credential.Delivery] = []

  @Option(help: ArgumentHelp("Its language, such as en.", valueName: "tag"))
  var language: [String] = []

  @Option(help: ArgumentHelp("Its level with the framework, such as \"tier entry\".", valueName: "level"))
  var level: [String] = []

  @Option(help: "When it begins: on any day, or on set days.")
  var starts: [Starts] = []

  @Flag(help: "Only what somebody besides its provider vouches for.")
  var vouched = false

  @Option(help: ArgumentHelp("Costs at most this much, in its own currency; none is converted.", valueName: "amount"))
  var maxCost: MoneyArgument?

  @Option(help: ArgumentHelp("Takes at most so many hours of study.", valueName: "hours"))
  var maxHours: HoursArgument?

  @Option(help: ArgumentHelp("Lasts at most so many weeks.", valueName: "weeks"))
  var maxWeeks: Int?

  @Option(
    help:
      "The order: \(LibraryQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")); no currency is converted.")
  var sort = LibraryQuery.Order.relevance

  @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Adds how many were found by field, kind, price and so on.")
  var counts = false

  var isNarrowing: Bool {
    !(field + provider + language + level).isEmpty || !kind.isEmpty || !delivery.isEmpty || !starts.isEmpty || vouched
      || maxCost != nil
      || maxHours != nil || maxWeeks != nil
  }

  func validate() throws {
    if let maxWeeks, maxWeeks < 0 || maxWeeks > 100_000 {
      throw ValidationError("--max-weeks: must lie between 0 and 100000")
    }
    if let limit, limit < 0 { throw ValidationError("--limit: must not be negative") }
  }

  /// - Parameter values: all values of a facet.
  /// - Throws: where a provider, a field, a level or a language is named that there isn't.
  func query(
    _ text: String, in catalog: Catalog, values: (Facet) throws -> [String]
  ) throws -> LibraryQuery {
    let names = Names(catalog)
    var chosen: [Facet: [String]] = [
      .kind: kind.map(\.rawValue), .delivery: delivery.map(\.rawValue), .starts: starts.map(\.value),
      .vouched: vouched ? ["yes"] : [],
    ]
    chosen[.language] = try known(language, "--language", values(.language))
    chosen[.level] = try known(level, "--level", values(.level))
    chosen[.provider] = try names.titles(provider, "--provider", catalog.providers.map { ($0.id, $0.name) })
    chosen[.field] = try names.titles(field, "--field", catalog.headers.map { ($0.id, $0.title) })
    var query = LibraryQuery(text, chosen: chosen.filter { !$0.value.isEmpty }.mapValues { Set($0) }, order: sort)
    query.mostCost = maxCost?.cents
    query.mostMinutes = maxHours?.minutes
    query.mostDays = maxWeeks.map { $0 * 7 }
    return query
  }
}

extension FacetOptions {
  /// Values of the facet of starts.
  enum Starts: String, CaseIterable, ExpressibleByArgument {
    case any, set

    fileprivate var value: String { self == .any ? "any day" : "on set days" }
  }

  /// More than these aren't listed to whoever names another.
  private static let mostListed = 12

  private func known(
    _ written: [String], _ option: String, _ values: @autoclosure () throws -> [String]
  ) throws -> [String] {
    guard !written.isEmpty else { return [] }
    let values = try values()
    for name in written where !values.contains(SearchText.folded(name)) {
      let listed = values.prefix(FacetOptions.mostListed).joined(separator: ", ")
      let rest = values.count > FacetOptions.mostListed ? " and \(values.count - FacetOptions.mostListed) more" : ""
      throw Failure.usage("\(option): nothing has \"\(name)\"; there are \(values.isEmpty ? "none" : listed + rest)")
    }
    return written.map(SearchText.folded)
  }
}

extension LibraryQuery.Order: ExpressibleByArgument {}
extension Credential.Kind: ExpressibleByArgument {}
extension Credential.Delivery: ExpressibleByArgument {}
