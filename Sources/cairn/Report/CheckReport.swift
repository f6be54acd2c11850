import Appraisal
import Catalogs
import Wording

/// The answer to `cairn check`: every fault, then what an editor may want to know beside them.
struct CheckReport {
  let opened: ValidatedCatalog
  let coverages: [Coverage]
  let suspicions: [Suspicion]

  init(_ opened: ValidatedCatalog, today: CalendarDate) {
    self.opened = opened
    coverages = Coverage.all(in: opened.catalog, today: today)
    suspicions = Suspicion.all(in: opened.catalog)
  }

  private var catalog: Catalog { opened.catalog }

  /// Credentials that say nothing of a field, over all catalogs, most first.
  private var missing: [(field: String, count: Int)] {
    let counts = coverages.reduce(into: [:]) { $0.merge($1.missing, uniquingKeysWith: +) }
    return CheckReport.ordered(counts)
  }

  private static func ordered(_ missing: [String: Int]) -> [(field: String, count: Int)] {
    missing.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private var ages: [(freshness: Freshness, count: Int)] {
    let counts = coverages.reduce(into: [:]) { $0.merge($1.ages, uniquingKeysWith: +) }
    return Freshness.allCases.compactMap { age in counts[age].map { (age, $0) } }
  }
}

// MARK: For people

extension CheckReport {
  func lines(width: Int) -> [String] {
    let parts = [opened.issues.map(\.description), coverageLines(width), countLines, suspicionLines, [verdict]]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var verdict: String {
    let contents = [
      Amounts.count(catalog.headers.count, "catalog"), Amounts.count(catalog.credentials.count, "credential"),
      Amounts.count(catalog.goals.count, "goal"), Amounts.count(catalog.skills.count, "skill"),
      Amounts.count(catalog.providers.count, "provider"),
    ]
    return contents.joined(separator: ", ") + ": "
      + (opened.issues.isEmpty ? "no faults" : CatalogOptions.counts(opened))
  }

  private func coverageLines(_ width: Int) -> [String] {
    guard !coverages.isEmpty else { return [] }
    var table = TextTable(columns: [
      .left("catalog", least: 12), .right("credentials"), .right("goals"), .right("at source"), .right("elsewhere"),
      .right("estimated"), .right("unknown"),
    ])
    for coverage in coverages {
      table.rows.append(
        [coverage.catalog, Amounts.grouped(coverage.credentials), Amounts.grouped(coverage.goals)]
          + Grade.allCases.map { Amounts.grouped(coverage.figures[$0] ?? 0) })
    }
    return ["On what prices and study times rest"] + table.lines(width: width)
  }

  private var countLines: [String] {
    let missing = missing.map { "\($0.field) \(Amounts.grouped($0.count))" }
    let ages = ages.map { "\($0.freshness.rawValue) \(Amounts.grouped($0.count))" }
    return [
      missing.isEmpty ? "" : "Missing, by credentials: \(missing.joined(separator: ", "))",
      ages.isEmpty ? "" : "Read, by credentials: \(ages.joined(separator: ", "))",
      evidence.all == 0
        ? ""
        : "How holders fare: something was found of \(evidence.known) of \(Amounts.count(evidence.all, "credential"))",
    ].filter { !$0.isEmpty }
  }

  private var evidence: (known: Int, all: Int) { Evidence.extent(in: catalog) }

  private var suspicionLines: [String] {
    suspicions.isEmpty ? [] : ["Worth another look"] + suspicions.map { "  \(place($0))\($0.sentence)" }
  }

  private func place(_ suspicion: Suspicion) -> String {
    suspicion.position.map { "\(CatalogIssue.printable($0.file)):\($0.line):\($0.column): " } ?? ""
  }
}

extension Suspicion {
  /// What is suspicious, and what to do.
  var sentence: String {
    let remedy = "; see whether it is right"
    switch reason {
    case .hour(let cents):
      return "\(credential): an hour of study costs \(Amounts.money(cents, isShort: true)) \(currency)" + remedy
    case .price(let cents, let median, let count):
      return "\(credential): \(Amounts.money(cents, isShort: true)) \(currency) is ten times what its kind costs "
        + "(\(Amounts.money(median, isShort: true)), the median of \(count))" + remedy
    case .study(let minutes, let median, let count):
      return "\(credential): \(Amounts.hours(minutes)) hours are ten times what its kind takes "
        + "(\(Amounts.hours(median)), the median of \(count))" + remedy
    }
  }
}

// MARK: For programs

extension CheckReport {
  var json: JSONValue {
    .object([
      ("catalogs", .strings(catalog.headers.map(\.id))),
      ("credentials", .integer(catalog.credentials.count)), ("goals", .integer(catalog.goals.count)),
      ("errors", .integer(opened.errors.count)), ("warnings", .integer(opened.warnings.count)),
      ("issues", .array(opened.issues.map { json($0.position, $0.severity.rawValue, $0.text) })),
      ("coverage", .array(coverages.map(json))),
      ("missing", json(missing)),
      ("ages", .object(ages.map { ($0.freshness.rawValue, .integer($0.count)) })),
      ("evidence", .object([("known", .integer(evidence.known)), ("credentials", .integer(evidence.all))])),
      ("suspicious", .array(suspicions.map { json($0.position, "remark", $0.sentence) })),
    ])
  }

  private func json(_ position: SourcePosition?, _ severity: String, _ message: String) -> JSONValue {
    .object([
      ("file", .text(position?.file)), ("line", position.map { .integer($0.line) } ?? .null),
      ("column", position.map { .integer($0.column) } ?? .null), ("severity", .string(severity)),
      ("message", .string(message)),
    ])
  }

  private func json(_ missing: [(field: String, count: Int)]) -> JSONValue {
    .object(missing.map { ($0.field, .integer($0.count)) })
  }

  private func json(_ coverage: Coverage) -> JSONValue {
    .object(
      [
        ("catalog", .string(coverage.catalog)), ("credentials", .integer(coverage.credentials)),
        ("goals", .integer(coverage.goals)),
      ] + Grade.allCases.map { ($0.rawValue, .integer(coverage.figures[$0] ?? 0)) }
        + [
          ("missing", json(CheckReport.ordered(coverage.missing))),
          ("ages", .object(Freshness.allCases.map { ($0.rawValue, .integer(coverage.ages[$0] ?? 0)) })),
        ])
  }
}
