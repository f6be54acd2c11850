import Catalogs
import Foundation
import GRDB
import Library

/// What of an index is looked up once and kept.
final class IndexMemory: @unchecked Sendable {
  private var words: Vocabulary?
  private var numbers: FacetNumbers?
  private var headers: [Catalog.Header]?
  private var counts: [Facet: [LibraryAnswer.Count]]?
  private var bands: [IndexBand.Figure: [IndexBand]] = [:]
  private var stated: [StatedFigures.Group: [StatedFigures.Item]] = [:]
  private var providers: [String: Provider?] = [:]

  /// More providers than these are read anew.
  private static let mostProviders = 1000

  func vocabulary(_ database: Database) throws -> Vocabulary {
    if let words { return words }
    let made = Vocabulary(text: [UInt8](try Data.fetchOne(database, sql: "SELECT text FROM vocabulary") ?? Data()))
    words = made
    return made
  }

  /// All of a figure, in order.
  func bands(_ figure: IndexBand.Figure, _ database: Database) throws -> [IndexBand] {
    if let known = bands[figure] { return known }
    let made = try IndexBand.all(figure, database)
    bands[figure] = made
    return made
  }

  func headers(_ database: Database) throws -> [Catalog.Header] {
    if let headers { return headers }
    let made = try IndexParts.headers(database)
    headers = made
    return made
  }

  func provider(_ id: String, read: (String) throws -> Provider?) throws -> Provider? {
    if let known = providers[id] { return known }
    let provider = try read(id)
    if providers.count == IndexMemory.mostProviders { providers = [:] }
    providers[id] = .some(provider)
    return provider
  }

  /// Of all there is.
  func counts(_ database: Database) throws -> [Facet: [LibraryAnswer.Count]] {
    if let counts { return counts }
    let numbers = try facets(database)
    let rows = try Row.fetchAll(database, sql: "SELECT number, count FROM facetValue WHERE count > 0")
    let made = numbers.counts { found in for row in rows { found[row[0]] = row[1] } }
    counts = made
    return made
  }

  func stated(_ group: StatedFigures.Group, _ database: Database) throws -> [StatedFigures.Item] {
    if let known = stated[group] { return known }
    let items = try Row.fetchAll(
      database, sql: "SELECT value, currency, count FROM figure WHERE kind = ? AND level = ? AND quantity = ?",
      arguments: [group.kind.rawValue, WrittenLevel.text(group.level), group.quantity.rawValue]
    ).map { StatedFigures.Item(value: $0[0], currency: $0[1], count: $0[2]) }
    stated[group] = items
    return items
  }

  func facets(_ database: Database) throws -> FacetNumbers {
    if let numbers { return numbers }
    let made = try FacetNumbers(database)
    numbers = made
    return made
  }
}
