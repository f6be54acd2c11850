import Catalogs
import Library
import Storage

/// Catalogs to be searched: in their index where there is one, else in memory.
struct SearchedCatalogs {
  private enum Place {
    case stored(StoredIndex, headers: [Catalog.Header])
    case memory(CatalogIndex, Catalog)
  }

  private let place: Place
  /// More than this of millions nobody reads; `--limit` asks for more.
  private static let mostStored = 50

  init(_ options: CatalogOptions) throws(Failure) {
    if let index = try IndexedCatalog.open(options.catalog) {
      do {
        place = .stored(index, headers: try index.headers())
      } catch {
        throw .badData(error.sentence)
      }
    } else {
      let catalog = try options.open().catalog
      place = .memory(CatalogIndex(catalog), catalog)
    }
  }

  func answer(_ text: String, _ facets: FacetOptions) throws(Failure) -> LibraryAnswer {
    switch place {
    case .memory(let index, let catalog):
      return index.answer(try facets.query(text, in: catalog), atMost: facets.limit ?? .max)
    case .stored(let index, let headers):
      do {
        // Only who names a provider needs their names.
        let providers = facets.provider.isEmpty ? [] : try index.providers()
        let query = try facets.query(text, in: Catalog(headers: headers, providers: providers))
        return try index.answer(query, atMost: facets.limit ?? SearchedCatalogs.mostStored)
      } catch let failure as StoreFailure {
        throw .badData(failure.sentence)
      } catch let failure as Failure {
        throw failure
      } catch {
        throw .badData("\(error)")
      }
    }
  }
}
