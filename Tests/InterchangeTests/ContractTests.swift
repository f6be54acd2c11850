import Catalogs
import Interchange
import Testing

@Suite("Every field of the format")
struct ContractTests {
  static let text = """
    catalog: it
    title: IT
    currency: USD
    creditSystem: semester-hours
    asOf: 2025-06-30
    providers:
      - id: comptia
        name: CompTIA
        url: https://www.comptia.org
        quality: [{by: ANAB, scheme: ISO/IEC 17024}, Ofqual]
    skills:
      - {id: net, name: Networking, same: [esco:1, onet:2]}
    credentials:
      - id: n
        title: Network+
        provider: comptia
        kind: certification
        cost: {fee: 369, monthly: {value: 10.5, source: https://m}, low: 300, high: 400, estimated: true, basis: list, source: {url: https://f, read: 2025-01-02}}
        effort: {hours: 90, low: 60, high: 150.5, estimated: true, basis: two exams}
        duration: {weeks: 8, low: 6, high: 10, pace: scheduled, starts: [2026-05-04, 2026-01-12, 2026-01-12]}
        delivery: [online, Onsite]
        language: en
        level: {eqf: 4, nqf: level 5}
        credits: 3
        assessment: proctored exam
        teaches: [net]
        requires: {all: [{credential: a, active: true}, {condition: 9 months}, a]}
        recommends: a
        corequires: [{skill: net}, {credits: 0.5, from: a}]
        excludes: [a]
        until: 2027-03-31
        retake: {fee: 200, waitDays: 14}
        renews: [a]
        validity: {years: 3, months: 1, days: 2, renewal: {fee: 150, hours: 30}}
        quality: [{by: ACE, scheme: CREDIT, credits: 3}]
        outcomes: {finding: 7 of 10 found work, by: its provider, source: https://w}
        source: https://n
      - {id: a, title: A+, level: expert, credits: 1, teaches: net, cost: {fee: 5, currency: eur}, effort: 2, retake: 3}
    goals:
      - id: g
        title: G
        occupation: {soc: 15-1231, medianWage: 73340, year: 2024, growth: -2.5, openings: 100, jobs: 5000, entryEducation: associate,
          experience: none, source: {url: https://o, read: 2025-06-01}}
        source: https://g
        requires: {atLeast: 1, of: [n, {any: [a]}, {distinct: [a, {skill: net}]}]}
    """

  @Test("is read as the contract says")
  func credential() throws {
    let result = reading(Self.text)
    #expect(result.issues.map(\.description) == [])
    let read = CalendarDate(iso: "2025-06-30")
    let n = try #require(result.catalog.credential("n"))
    var expected = Credential(id: "n", title: "Network+", provider: "comptia", kind: .certification)
    let feeSource = Source(url: "https://f", read: CalendarDate(iso: "2025-01-02"))
    expected.price = Price(
      fee: Figure(36_900, low: 30_000, high: 40_000, isEstimate: true, basis: "list", source: feeSource),
      monthly: Figure(1050, source: Source(url: "https://m", read: read)), currency: "USD")
    expected.workload = Figure(5400, low: 3600, high: 9030, isEstimate: true, basis: "two exams")
    expected.duration = Duration(
      pace: .scheduled, days: Figure(56, low: 42, high: 70),
      starts: ["2026-01-12", "2026-05-04"].compactMap(CalendarDate.init(iso:)))
    expected.delivery = [.online, .onsite]
    expected.languages = ["en"]
    expected.level = ["eqf": "4", "nqf": "level 5"]
    expected.credits = 300
    expected.assessment = "proctored exam"
    expected.teaches = ["net"]
    expected.requires = .all([
      .credential("a", active: true), .condition("9 months"), .credential("a", active: false),
    ])
    expected.recommends = .credential("a", active: false)
    expected.corequires = .all([.skill("net"), .credits(50, from: ["a"])])
    expected.excludes = ["a"]
    expected.until = CalendarDate(iso: "2027-03-31")
    expected.retake = Retake(fee: Figure(20_000), waitDays: 14)
    expected.renews = ["a"]
    expected.validity = Validity(
      days: 3 * 365 + 30 + 2, renewalFee: Figure(15_000), renewalWorkload: Figure(1800))
    expected.quality = [Endorsement(by: "ACE", scheme: "CREDIT", credits: 300)]
    expected.outcomes = [
      Finding("7 of 10 found work", by: "its provider", source: Source(url: "https://w", read: read))
    ]
    expected.source = Source(url: "https://n", read: read)
    expected.catalog = "it"
    expected.position = SourcePosition(file: "c.yaml", line: 14, column: 5)
    #expect(n == expected)
  }

  @Test("short forms mean what the long ones do")
  func shortForms() throws {
    let catalog = reading(Self.text).catalog
    let a = try #require(catalog.credential("a"))
    #expect(a.price == Price(fee: Figure(500), currency: "EUR"))
    #expect(a.workload == Figure(120))
    #expect(a.level == ["level": "expert"])
    #expect(a.retake == Retake(fee: Figure(300)))
    #expect(a.kind == .course)
    #expect(a.price.monthly == nil, "what nobody stated is not zero")
    #expect(a.duration.days == nil)
  }

  @Test("providers, skills and goals keep all that is said of them")
  func others() throws {
    let catalog = reading(Self.text).catalog
    let provider = try #require(catalog.provider("comptia"))
    #expect(provider.quality == [Endorsement(by: "ANAB", scheme: "ISO/IEC 17024"), Endorsement(by: "Ofqual")])
    #expect(catalog.skill("net")?.same == ["esco:1", "onet:2"])
    let goal = try #require(catalog.goal("g"))
    #expect(
      goal.requires
        == .atLeast(
          1,
          of: [
            .credential("n", active: false), .any([.credential("a", active: false)]),
            .distinct([.credential("a", active: false), .skill("net")]),
          ]))
    #expect(
      goal.occupation
        == Occupation(
          soc: "15-1231", medianWage: 7_334_000, currency: "USD", year: 2024, growth: -250, openings: 100, jobs: 5000,
          entryEducation: "associate", experience: "none",
          source: Source(url: "https://o", read: CalendarDate(iso: "2025-06-01"))))
    #expect(goal.source == Source(url: "https://g", read: CalendarDate(iso: "2025-06-30")))
  }

  @Test(
    "numbers are exact in every notation JSON and YAML have",
    arguments: [
      ("0.1", 10), ("0.005", 1), ("0.00499999999999999999999999999", 0), ("1.15", 115), ("8.165", 817),
      ("12e2", 120_000),
      ("1.5E+2", 15_000), ("3690e-1", 36_900), ("0.000001e6", 100), ("9999999.99", 999_999_999), ("1e-400", 0),
    ])
  func exact(written: String, cents: Int) {
    let yaml = "catalog: c\ntitle: T\ncurrency: EUR\ncredentials: [{id: a, title: A, cost: {fee: \(written)}}]\n"
    let json =
      #"{"catalog": "c", "title": "T", "currency": "EUR", "credentials": [{"id": "a", "title": "A", "cost": \#(written)}]}"#
    #expect(reading(yaml).catalog.credential("a")?.price.fee == Figure(cents))
    #expect(reading(json, name: "c.json").catalog.credential("a")?.price.fee == Figure(cents))
  }

  @Test(
    "figures that can't be are refused, never trapped on",
    arguments: [
      "1e99", "1e999999999999999999999", "-1e99", "99999999999999999999999999", ".nan", "-.inf", "0x10", "1_000", "1,5",
      "--1", "1e", "10000000.01",
    ])
  func refused(written: String) {
    let result = reading(
      "catalog: c\ntitle: T\ncurrency: EUR\ncredentials: [{id: a, title: A, cost: {fee: '\(written)'}}]\n")
    #expect(result.errors.count == 1)
    #expect(result.catalog.credential("a")?.price.fee == nil)
  }

  @Test("generated instances open without a word of error", arguments: ["lapse-20-1", "credits-20-1", "cohort-20-1"])
  func instances(name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let result = try CatalogReading.read(paths: ["/\(folder)/Fixtures/\(name).json"])
    #expect(result.errors.isEmpty)
    #expect(result.catalog.credentials.count >= 20)
    #expect(result.catalog.goal("goal") != nil)
  }
}
