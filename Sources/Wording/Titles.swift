import Catalogs

extension Catalog {
  /// The title of whatever bears the id, else the id.
  public func title(_ id: String) -> String { credential(id)?.title ?? goal(id)?.title ?? id }

  public func skillName(_ id: String) -> String { skill(id)?.name ?? id }

  public func providerName(_ id: String?) -> String { id.map { provider($0)?.name ?? $0 } ?? "" }
}
