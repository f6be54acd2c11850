import Catalogs
import Library
import Planning
import Screens
import Storage

/// An index as the screens and their jobs see it.
final class IndexedLibrary: LibrarySource {
  let headers: [Catalog.Header]
  let extent: LibraryExtent
  private let index: StoredIndex
  private let fault = Monitor<String?>(nil)

  init(_ index: StoredIndex) throws(StoreFailure) {
    self.index = index
    headers = try index.headers()
    extent = try index.extent()
  }

  func answer(_ query: LibraryQuery, atMost most: Int) -> LibraryAnswer {
    read(LibraryAnswer()) { () throws(StoreFailure) in try index.answer(query, atMost: most) }
  }

  func part(around ids: Set<String>, naming names: Set<String>) -> Catalog {
    read(Catalog(headers: headers)) { () throws(StoreFailure) in try index.part(around: ids, naming: names) }
  }

  func surroundings(of id: String) -> Catalog {
    read(Catalog(headers: headers)) { () throws(StoreFailure) in
      try index.surroundings(of: id, atMost: LibraryExtent.mostAround)
    }
  }

  func likely(_ written: String) -> [String] {
    read([]) { () throws(StoreFailure) in try index.likely(written) }
  }

  func providers(_ words: [String], atMost most: Int) -> [Provider] {
    read([]) { () throws(StoreFailure) in try index.providers(words, atMost: most) }
  }

  func takeFault() -> String? {
    fault.change { fault in
      defer { fault = nil }
      return fault
    }
  }

  private func read<Value>(_ nothing: Value, _ body: () throws(StoreFailure) -> Value) -> Value {
    do {
      return try body()
    } catch {
      fault.change { $0 = error.sentence }
      return nothing
    }
  }

  // MARK: Jobs

  /// All that can matter to a request.
  func part(for request: PlanningRequest) throws(StoreFailure) -> Catalog {
    try index.part(around: request.learner.named.union(request.goals))
  }

  /// All that can matter to an enquiry.
  func part(for enquiry: Enquiry) throws(StoreFailure) -> Catalog {
    let request = enquiry.request
    var ids = request.learner.named.union(request.goals)
    if case .question(let question) = enquiry.subject {
      switch question {
      case .without(let id), .price(let id): ids.insert(id)
      case .whatIf(let changes): ids.formUnion(request.learner.changed(by: changes).named)
      case .nearGoals:
        for step in enquiry.pathway?.steps ?? [] {
          let around = try index.surroundings(of: step.credential, atMost: IndexedLibrary.mostNear)
          ids.formUnion(around.goals.map(\.id))
        }
      case .smallestChanges, .setbacks: break
      }
    }
    return try index.part(around: ids)
  }

  /// Of the goals that ask for the same, so many are planned.
  private static let mostNear = 10
}
