import Catalogs

extension Catalog {
  /// The title of whatever bears the id, else the id.
  func title(_ id: String) -> String { credential(id)?.title ?? goal(id)?.title ?? id }

  func skillName(_ id: String) -> String { skill(id)?.name ?? id }

  func providerName(_ id: String?) -> String { id.map { provider($0)?.name ?? $0 } ?? "" }
}
