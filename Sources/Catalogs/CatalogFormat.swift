/// What the reader knows of the format, for whoever describes it: a schema, a template.
public enum CatalogFormat {
  /// The mappings of the format and the keys each may bear.
  public enum Part: String, CaseIterable, Sendable {
    case catalog, provider, skill, credential, goal
    case cost, effort, duration, validity, renewal, retake, quality, outcomes, source, occupation, requirement, figure
  }

  public static func keys(of part: Part) -> [String] {
    switch part {
    case .catalog: return HeaderReading.keys
    case .provider: return EntryReader.providerKeys
    case .skill: return EntryReader.skillKeys
    case .credential: return EntryReader.credentialKeys
    case .goal: return EntryReader.goalKeys
    case .cost: return EntryReader.costKeys
    case .effort: return EntryReader.effortKeys
    case .duration: return EntryReader.durationKeys
    case .validity: return EntryReader.validityKeys
    case .renewal: return EntryReader.renewalKeys
    case .retake: return EntryReader.retakeKeys
    case .quality: return EntryReader.endorsementKeys
    case .outcomes: return EntryReader.findingKeys
    case .source: return EntryReader.sourceKeys
    case .occupation: return EntryReader.occupationKeys
    case .requirement: return EntryReader.requirementKeys
    case .figure: return ["value", "amount"] + EntryReader.qualifierKeys
    }
  }

  /// The keys of a requirement of which each bears exactly one.
  public static var connectives: [String] { EntryReader.connectives }
}
