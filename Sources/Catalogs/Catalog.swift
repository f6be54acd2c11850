/// Everything that was read: one catalog or several, merged, with every name resolved.
///
/// Made by `CatalogDraft.validated()`; what it holds is sound.
public struct Catalog: Sendable {
  /// One catalog among those read.
  public struct Header: Hashable, Identifiable, Sendable {
    public var id: String
    public var title: String
    /// ISO 4217.
    public var currency: String
    public var creditSystem: String?
    public var asOf: CalendarDate?

    public init(id: String, title: String, currency: String, creditSystem: String? = nil, asOf: CalendarDate? = nil) {
      self.id = id
      self.title = title
      self.currency = currency
      self.creditSystem = creditSystem
      self.asOf = asOf
    }
  }

  public let headers: [Header]
  public let providers: [Provider]
  public let skills: [Skill]
  public let credentials: [Credential]
  public let goals: [Goal]
  /// Figures stated in the catalog that this is a part of; `nil` where it is the whole.
  public var stated: StatedFigures?

  private let providerIndex: [String: Int]
  private let skillIndex: [String: Int]
  private let credentialIndex: [String: Int]
  private let goalIndex: [String: Int]
  private let teacherIndex: [String: [Int]]
  private let renewerIndex: [String: [Int]]

  /// Takes entries that are already sound; of two with one id the first counts.
  public init(
    headers: [Header], providers: [Provider] = [], skills: [Skill] = [], credentials: [Credential] = [],
    goals: [Goal] = []
  ) {
    self.headers = headers
    self.providers = providers
    self.skills = skills
    self.credentials = credentials
    self.goals = goals
    func index<Entry: Identifiable>(_ entries: [Entry]) -> [Entry.ID: Int] {
      Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.providerIndex = index(providers)
    self.skillIndex = index(skills)
    self.credentialIndex = index(credentials)
    self.goalIndex = index(goals)
    // By place, and a name at a time: a copy of each entry would cost more than all the rest.
    var teachers: [String: [Int]] = [:]
    var renewers: [String: [Int]] = [:]
    for place in credentials.indices {
      for skill in credentials[place].teaches { teachers[skill, default: []].note(place) }
      for other in credentials[place].renews { renewers[other, default: []].note(place) }
    }
    teacherIndex = teachers
    renewerIndex = renewers
  }

  public func header(_ id: String) -> Header? { headers.first { $0.id == id } }
  public func provider(_ id: String) -> Provider? { providerIndex[id].map { providers[$0] } }
  public func skill(_ id: String) -> Skill? { skillIndex[id].map { skills[$0] } }
  public func credential(_ id: String) -> Credential? { credentialIndex[id].map { credentials[$0] } }
  /// Whether there is a credential of that id.
  public func hasCredential(_ id: String) -> Bool { credentialIndex[id] != nil }
  /// Its place in `credentials`: for reading one of its fields without a copy of all.
  public func place(ofCredential id: String) -> Int? { credentialIndex[id] }
  /// The places in `credentials` of those that teach a skill, in order.
  public func teachers(of skill: String) -> [Int] { teacherIndex[skill] ?? [] }
  /// The places in `credentials` of those that renew a credential, in order.
  public func renewers(of id: String) -> [Int] { renewerIndex[id] ?? [] }
  public func goal(_ id: String) -> Goal? { goalIndex[id].map { goals[$0] } }

  /// The goal of that id, or any credential taken as a goal of its own.
  public func destination(_ id: String) -> Goal? {
    if let goal = goal(id) { return goal }
    return credential(id).map {
      Goal(id: $0.id, title: $0.title, requires: .credential($0.id, active: false), catalog: $0.catalog)
    }
  }
}

extension [Int] {
  /// Adds what isn't the last already: an entry may name a thing twice.
  fileprivate mutating func note(_ place: Int) {
    if last != place { append(place) }
  }
}

public struct Provider: Identifiable, Hashable, Sendable {
  public var id: String
  public var name: String
  public var url: String?
  /// Where it awards, in the catalog's words, such as `US`.
  public var country: String?
  public var quality: [Endorsement]
  /// What was found of those who hold any of its credentials.
  public var outcomes: [Finding] = []
  public var position: SourcePosition?

  public init(
    id: String, name: String, url: String? = nil, country: String? = nil, quality: [Endorsement] = [],
    position: SourcePosition? = nil
  ) {
    self.id = id
    self.name = name
    self.url = url
    self.country = country
    self.quality = quality
    self.position = position
  }
}

public struct Skill: Identifiable, Hashable, Sendable {
  public var id: String
  public var name: String
  /// Identifiers in public skill frameworks, such as `esco:…`.
  public var same: [String]
  public var position: SourcePosition?

  public init(id: String, name: String, same: [String] = [], position: SourcePosition? = nil) {
    self.id = id
    self.name = name
    self.same = same
    self.position = position
  }
}

public struct Goal: Identifiable, Hashable, Sendable {
  public var id: String
  public var title: String
  public var occupation: Occupation?
  public var requires: Requirement
  /// The catalog it was read from.
  public var catalog: String
  public var source: Source?
  public var position: SourcePosition?

  public init(
    id: String, title: String, occupation: Occupation? = nil, requires: Requirement, catalog: String = "",
    source: Source? = nil, position: SourcePosition? = nil
  ) {
    self.id = id
    self.title = title
    self.occupation = occupation
    self.requires = requires
    self.catalog = catalog
    self.source = source
    self.position = position
  }
}

/// What is known of the occupation a goal leads to.
public struct Occupation: Hashable, Sendable {
  /// As the statistics call it, which need not be what the goal is called.
  public var title: String?
  /// Standard Occupational Classification, such as `15-1231`.
  public var soc: String?
  /// Cents a year.
  public var medianWage: Int?
  /// Cents a year that a quarter earns less than.
  public var lowerQuartile: Int?
  /// Cents a year that a quarter earns more than.
  public var upperQuartile: Int?
  public var currency: String?
  public var year: Int?
  /// Projected change over ten years, in hundredths of a percent.
  public var growth: Int?
  /// Openings a year, where known.
  public var openings: Int?
  /// How many hold such a job, where known.
  public var jobs: Int?
  public var entryEducation: String?
  public var experience: String?
  public var source: Source?
  /// Where the wages were read, where that is another page than `source`.
  public var wageSource: Source?

  public init(
    title: String? = nil, soc: String? = nil, medianWage: Int? = nil, lowerQuartile: Int? = nil,
    upperQuartile: Int? = nil,
    currency: String? = nil, year: Int? = nil, growth: Int? = nil, openings: Int? = nil, jobs: Int? = nil,
    entryEducation: String? = nil, experience: String? = nil, source: Source? = nil, wageSource: Source? = nil
  ) {
    self.title = title
    self.soc = soc
    self.medianWage = medianWage
    self.lowerQuartile = lowerQuartile
    self.upperQuartile = upperQuartile
    self.currency = currency
    self.year = year
    self.growth = growth
    self.openings = openings
    self.jobs = jobs
    self.entryEducation = entryEducation
    self.experience = experience
    self.source = source
    self.wageSource = wageSource
  }
}
