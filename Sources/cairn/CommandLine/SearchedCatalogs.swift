import Catalogs
import Library
import Storage

/// Catalogs to be searched: in their index where there is one, else in memory.
struct SearchedCatalogs {
  private enum Place {
    case stored(StoredIndex, headers: [Catalog.Header])
    case memory(CatalogIndex, Catalog)
  }

  private let options: CatalogOptions
  private var place: Place
  /// More than this of millions nobody reads; `--limit` asks for more.
  private static let mostStored = 50

  init(_ options: CatalogOptions) throws(Failure) {
    self.options = options
    place = try SearchedCatalogs.place(options)
  }

  private static func place(_ options: CatalogOptions) throws(Failure) -> Place {
    guard let index = try IndexedCatalog.open(options.catalog) else {
      let catalog = try options.open().catalog
      return .memory(CatalogIndex(catalog), catalog)
    }
    do {
      return .stored(index, headers: try index.headers())
    } catch {
      throw .index(error)
    }
  }

  /// An index that turns out to be damaged is done without.
  mutating func answer(_ text: String, _ facets: FacetOptions) throws(Failure) -> LibraryAnswer {
    do {
      return try answered(text, facets)
    } catch let failure where failure.isOver {
      Output.complain("cairn: \(failure.sentence)")
      place = try SearchedCatalogs.place(options)
      return try answered(text, facets)
    }
  }

  private func answered(_ text: String, _ facets: FacetOptions) throws(Failure) -> LibraryAnswer {
    do {
      switch place {
      case .memory(let index, let catalog):
        let query = try facets.query(text, in: catalog) { index.values(of: $0) }
        return index.answer(query, atMost: facets.limit ?? .max)
      case .stored(let index, let headers):
        // Only who names a provider needs their names.
        let providers = facets.provider.isEmpty ? [] : try index.providers()
        let query = try facets.query(text, in: Catalog(headers: headers, providers: providers)) { facet in
          try index.values(of: facet)
        }
        return try index.answer(query, atMost: facets.limit ?? SearchedCatalogs.mostStored)
      }
    } catch let failure as StoreFailure {
      throw .index(failure)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .badData("\(error)")
    }
  }
}
