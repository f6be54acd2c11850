import Catalogs

/// What is known of how those fare who hold a credential.
public struct Evidence: Hashable, Sendable {
  /// Found of the credential itself.
  public var credential: [Finding]
  /// Found of its provider's credentials as a whole.
  public var provider: [Finding]

  public init(on credential: Credential, in catalog: Catalog) {
    self.credential = credential.outcomes
    provider = credential.provider.flatMap(catalog.provider)?.outcomes ?? []
  }

  public var isEmpty: Bool { credential.isEmpty && provider.isEmpty }

  /// Of how many of the credentials that aren't awards for their parts anything was found, and how many those are.
  public static func extent(in catalog: Catalog) -> (known: Int, all: Int) {
    let offered = catalog.credentials.filter { $0.kind != .stack }
    return (offered.count { !Evidence(on: $0, in: catalog).isEmpty }, offered.count)
  }
}
