/// A badge, course, micro-credential, certificate, certification, degree, or a pure stack awarded for its parts.
public struct Credential: Identifiable, Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case badge, course, microcredential, certificate, certification, exam, license, degree, program, stack, membership
  }
  public enum Pace: String, CaseIterable, Sendable {
    case selfPaced = "self"
    case scheduled
  }
  public enum Delivery: String, CaseIterable, Sendable { case online, onsite, blended }

  public var id: String
  public var title: String
  /// The id of its provider.
  public var provider: String?
  public var kind: Kind
  public var price: Price
  /// Notional learning hours, study and assessment together, in minutes.
  public var workload: Figure?
  public var duration: Duration
  public var delivery: [Delivery]
  /// BCP 47 tags as written, such as `en`.
  public var languages: [String]
  /// Levels by framework: `["eqf": "4"]`.
  public var level: [String: String]
  /// In hundredths of a credit of the catalog's credit system.
  public var credits: Int
  public var assessment: String?
  /// Ids of the skills held once it is finished.
  public var teaches: [String]
  public var requires: Requirement?
  /// Shown, never forced.
  public var recommends: Requirement?
  public var corequires: Requirement?
  /// Ids of credentials that may not be held together with it, as this entry writes them (the relation is symmetric).
  public var excludes: [String]
  /// Last day on offer.
  public var until: CalendarDate?
  public var retake: Retake?
  /// Ids of credentials whose validity is extended when this one is earned.
  public var renews: [String]
  public var validity: Validity?
  public var quality: [Endorsement]
  /// What was found of those who hold it.
  public var outcomes: [Finding] = []
  public var source: Source?
  /// The catalog it was read from.
  public var catalog: String
  public var position: SourcePosition?

  public init(
    id: String, title: String, provider: String? = nil, kind: Kind = .course, price: Price = Price(),
    workload: Figure? = nil, duration: Duration = Duration(), delivery: [Delivery] = [], languages: [String] = [],
    level: [String: String] = [:], credits: Int = 0, assessment: String? = nil, teaches: [String] = [],
    requires: Requirement? = nil, recommends: Requirement? = nil, corequires: Requirement? = nil,
    excludes: [String] = [], until: CalendarDate? = nil, retake: Retake? = nil, renews: [String] = [],
    validity: Validity? = nil, quality: [Endorsement] = [], source: Source? = nil, catalog: String = "",
    position: SourcePosition? = nil
  ) {
    self.id = id
    self.title = title
    self.provider = provider
    self.kind = kind
    self.price = price
    self.workload = workload
    self.duration = duration
    self.delivery = delivery
    self.languages = languages
    self.level = level
    self.credits = credits
    self.assessment = assessment
    self.teaches = teaches
    self.requires = requires
    self.recommends = recommends
    self.corequires = corequires
    self.excludes = excludes
    self.until = until
    self.retake = retake
    self.renews = renews
    self.validity = validity
    self.quality = quality
    self.source = source
    self.catalog = catalog
    self.position = position
  }
}

/// What a credential costs, in cents of its currency.
public struct Price: Hashable, Sendable {
  /// Paid once when it is taken. `nil` where nobody stated it.
  public var fee: Figure?
  /// Paid for every started month in which it is in progress. `nil` where nobody stated it (and none is assumed).
  public var monthly: Figure?
  /// ISO 4217.
  public var currency: String

  public init(fee: Figure? = nil, monthly: Figure? = nil, currency: String = "USD") {
    self.fee = fee
    self.monthly = monthly
    self.currency = currency
  }
}

/// The calendar time a credential takes.
public struct Duration: Hashable, Sendable {
  public var pace: Credential.Pace
  /// Days: for self-paced the least calendar time, for scheduled the exact one. `nil` where nobody stated it;
  /// for a self-paced credential that means "as fast as one likes".
  public var days: Figure?
  /// The days on which it can begin, in order; empty means any day.
  public var starts: [CalendarDate]

  public init(pace: Credential.Pace = .selfPaced, days: Figure? = nil, starts: [CalendarDate] = []) {
    self.pace = pace
    self.days = days
    self.starts = starts
  }
}

public struct Retake: Hashable, Sendable {
  /// Cents of the credential's currency; `nil` means its fee.
  public var fee: Figure?
  /// Days that must pass after a failed attempt.
  public var waitDays: Int

  public init(fee: Figure? = nil, waitDays: Int = 0) {
    self.fee = fee
    self.waitDays = waitDays
  }
}

/// For how long a finished credential stays active, and what renewing it takes.
public struct Validity: Hashable, Sendable {
  /// 1 year = 365 days, 1 month = 30.
  public var days: Int
  /// Cents; `nil` where nobody stated it.
  public var renewalFee: Figure?
  /// Minutes; `nil` where nobody stated it.
  public var renewalWorkload: Figure?

  public init(days: Int, renewalFee: Figure? = nil, renewalWorkload: Figure? = nil) {
    self.days = days
    self.renewalFee = renewalFee
    self.renewalWorkload = renewalWorkload
  }
}

/// Who vouches for a credential or a provider, and under which scheme.
public struct Endorsement: Hashable, Sendable {
  public var by: String
  public var scheme: String?
  /// Hundredths of a credit, where the scheme recommends some.
  public var credits: Int?

  public init(by: String, scheme: String? = nil, credits: Int? = nil) {
    self.by = by
    self.scheme = scheme
    self.credits = credits
  }
}

/// What somebody found of those who hold a credential: jobs, wages, grades.
public struct Finding: Hashable, Sendable {
  /// In a sentence without a full stop.
  public var text: String
  /// Who found it and how, such as `a survey by its provider`.
  public var by: String?
  public var source: Source?

  public init(_ text: String, by: String? = nil, source: Source? = nil) {
    self.text = text
    self.by = by
    self.source = source
  }
}
