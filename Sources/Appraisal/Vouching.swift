import Catalogs

/// Who stands behind a credential.
public struct Vouching: Hashable, Sendable {
  /// Who vouches for the credential itself.
  public var credential: [Endorsement]
  /// Who vouches for its provider as a whole.
  public var provider: [Endorsement]

  public init(of credential: Credential, in catalog: Catalog) {
    self.credential = credential.quality
    provider = credential.provider.flatMap(catalog.provider)?.quality ?? []
  }

  public var isVouchedFor: Bool { !credential.isEmpty || !provider.isEmpty }
}

/// One of the elements by which the European Union describes a micro-credential (Council Recommendation of 16 June 2022,
/// 2022/C 243/02, Annex I). The date of issuing is left out: it belongs to an award, not to an offer.
public enum DescribedElement: String, CaseIterable, Sendable {
  case learner, title, country, awardingBody, outcomes, workload, level, assessment, participation, qualityAssurance
}

/// What a credential tells of the ten elements, and on which it keeps silent.
public struct SelfDescription: Hashable, Sendable {
  public var told: Set<DescribedElement> = []

  public init(of credential: Credential, in catalog: Catalog) {
    let provider = credential.provider.flatMap(catalog.provider)
    let isTold: [DescribedElement: Bool] = [
      .learner: credential.checksIdentity != nil, .title: credential.title != credential.id,
      .country: provider?.country != nil, .awardingBody: provider != nil, .outcomes: !credential.teaches.isEmpty,
      // An estimate is the catalog's word, not the provider's.
      .workload: credential.workload.map { !$0.isEstimate } ?? (credential.credits > 0),
      .level: !credential.level.isEmpty, .assessment: credential.assessment != nil,
      .participation: !credential.delivery.isEmpty,
      .qualityAssurance: Vouching(of: credential, in: catalog).isVouchedFor,
    ]
    told = Set(isTold.filter(\.value).keys)
  }

  public var silent: [DescribedElement] { DescribedElement.allCases.filter { !told.contains($0) } }
}

extension Credential {
  /// Whether whoever is assessed has to show who they are, as far as the words about the assessment tell.
  public var checksIdentity: Bool? {
    guard let words = assessment?.lowercased() else { return nil }
    if words.contains("unproctored") || words.contains("not proctored") { return false }
    return words.contains("proctored") || words.contains("test centre") || words.contains("supervised") ? true : nil
  }
}
