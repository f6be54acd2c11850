import Catalogs

/// How well a figure is known, best first.
public enum Grade: String, CaseIterable, Comparable, Sendable {
  /// Seen where it is decided: on a page of the provider, or told by the learner about themselves.
  case source
  /// Seen on a page of somebody else.
  case elsewhere
  /// An estimate of the catalog, or the median of its kin.
  case estimate
  /// Nobody says it, or nobody says where it was seen.
  case unknown

  public static func < (first: Grade, second: Grade) -> Bool {
    (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
  }
}

/// How long ago something was read.
public enum Freshness: String, CaseIterable, Sendable {
  /// At most 90 days ago.
  case fresh
  /// At most 180 days ago.
  case ageing
  /// At most 270 days ago.
  case stale
  /// Longer ago.
  case outdated
  /// Nobody says when.
  case undated

  public init(read: CalendarDate?, today: CalendarDate) {
    switch read.map({ today - $0 }) {
    case .none: self = .undated
    case .some(...90): self = .fresh
    case .some(...180): self = .ageing
    case .some(...270): self = .stale
    case .some: self = .outdated
    }
  }
}

/// What a figure rests on.
public struct FigureStanding: Hashable, Sendable {
  public var grade: Grade
  /// Where it was seen; `nil` for estimates and for what nobody says.
  public var source: Source?

  public init(_ grade: Grade, source: Source? = nil) {
    self.grade = grade
    self.source = source
  }

  public func freshness(today: CalendarDate) -> Freshness { Freshness(read: source?.read, today: today) }
}

extension Source {
  /// Whether the page is of that provider: as the catalog says, else by the addresses of both.
  public func grade(for provider: Provider?) -> Grade {
    switch grade {
    case .source: return .source
    case .elsewhere: return .elsewhere
    case nil:
      guard let site = provider?.url.flatMap(WebAddress.site), let own = WebAddress.site(of: url) else {
        return .elsewhere
      }
      return own == site ? .source : .elsewhere
    }
  }
}

/// What is told by the text of an address.
enum WebAddress {
  /// The registered name of a host, as far as its text tells: `www.learn.microsoft.com` → `microsoft.com`,
  /// `www.open.ac.uk` → `open.ac.uk`. `nil` for what is no address of the web.
  static func site(of address: String) -> String? {
    guard let scheme = address.firstIndex(of: ":"), address[scheme...].hasPrefix("://") else { return nil }
    let host = address[address.index(scheme, offsetBy: 3)...].prefix { !"/?#:".contains($0) }.lowercased()
    let labels = host.split(separator: ".")
    guard labels.count >= 2 else { return nil }
    let hasShortSecond = labels.count > 2 && labels[labels.count - 1].count == 2 && labels[labels.count - 2].count <= 3
    return labels.suffix(hasShortSecond ? 3 : 2).joined(separator: ".")
  }
}
