extension Credential {
  /// True where somebody other than its own provider vouches for it or for its provider.
  public func isVouchedFor(in catalog: Catalog) -> Bool { isVouchedFor(by: provider.flatMap(catalog.provider)) }

  /// The same, with its provider at hand.
  public func isVouchedFor(by provider: Provider?) -> Bool {
    let own = Set([provider?.id, provider?.name, self.provider].compactMap { $0?.lowercased() })
    return (quality + (provider?.quality ?? [])).contains { !own.contains($0.by.lowercased()) }
  }
}
