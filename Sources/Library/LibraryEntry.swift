import Catalogs

/// What can be found: a goal, a credential or a skill, with what a list of results shows and facets ask for.
public struct LibraryEntry: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case goal, credential, skill }

  public var kind: Kind
  public var id: String
  public var title: String
  /// The name of the credential's provider.
  public var provider: String?
  public var credentialKind: Credential.Kind?
  /// Values by facet; a facet about which nothing is stated has none.
  public var values: [Facet: [String]] = [:]
  /// Cents of `currency`: the fee, or else one month.
  public var cost: Int?
  public var currency: String?
  /// True where the cost is that of one month.
  public var isMonthly = false
  /// True where nothing is paid for it itself.
  public var isPaidByParts = false
  /// Minutes of study.
  public var minutes: Int?
  /// Calendar days stated.
  public var days: Int?
  /// How many entries name it, or for a skill how many teach it.
  public var popularity = 0

  public init(kind: Kind, id: String, title: String) {
    self.kind = kind
    self.id = id
    self.title = title
  }
}

/// A word of an entry and where it stands in it.
public struct LibraryWord: Hashable, Sendable {
  /// Where a word stands; what is nearer to the name of a thing counts more.
  public enum Place: Int, CaseIterable, Sendable {
    case title, abbreviation, id, provider, skill, synonym, other

    /// Of a hundred.
    var weight: Int {
      switch self {
      case .title: 100
      case .abbreviation: 97
      case .id: 93
      case .provider: 60
      case .skill: 50
      case .synonym: 46
      case .other: 30
      }
    }
  }

  public var text: String
  public var place: Place

  public init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }
}
