import Catalogs

/// The figures of a credential whose standing is told.
public enum FigureName: String, CaseIterable, Sendable {
  case fee, monthly, effort, duration, renewalFee, renewalEffort, retakeFee
}

extension Credential {
  public func figure(_ name: FigureName) -> Figure? {
    switch name {
    case .fee: return price.fee
    case .monthly: return price.monthly
    case .effort: return workload
    case .duration: return duration.days
    case .renewalFee: return validity?.renewalFee
    case .renewalEffort: return validity?.renewalWorkload
    case .retakeFee: return retake?.fee
    }
  }
}

extension Catalog {
  /// What that figure of the credential rests on; of `nil`, nothing.
  public func standing(of figure: Figure?, in credential: Credential) -> FigureStanding {
    guard let figure else { return FigureStanding(.unknown) }
    if figure.isEstimate { return FigureStanding(.estimate) }
    // What an award for its parts costs is known without looking: nothing, since they carry it.
    guard let source = figure.source ?? credential.source else {
      return FigureStanding(credential.kind == .stack && figure.value == 0 ? .source : .unknown)
    }
    return FigureStanding(source.grade(for: credential.provider.flatMap(provider)), source: source)
  }

  public func standing(of name: FigureName, in credential: Credential) -> FigureStanding {
    standing(of: credential.figure(name), in: credential)
  }
}
