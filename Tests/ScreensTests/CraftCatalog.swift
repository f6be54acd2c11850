import Catalogs
import Planning
import Testing

@testable import Screens

/// Two small catalogs with everything that is hard to draw: wide and joined characters, combining marks, an escape
/// sequence in a title, estimates, unknown prices, validity, an award by the way, another currency.
enum CraftCatalog {
  static let start = CalendarDate(year: 2026, month: 1, day: 5) ?? CalendarDate(dayNumber: 20_458)

  static let engineer = "engineer"
  static let rocketTitle = "Rocket 🚀 lab \u{1B}[31mred\u{7}"

  static var learner: Learner { Learner(start: start, currentWage: 30_000_00) }

  static let catalog = Catalog(
    headers: [
      Catalog.Header(id: "net", title: "Networks", currency: "EUR"),
      Catalog.Header(id: "craft", title: "Crafts 工芸", currency: "USD"),
    ],
    providers: [
      Provider(id: "guild", name: "Guild", quality: [Endorsement(by: "ANAB", scheme: "ISO 17024")]),
      Provider(id: "shokunin", name: "日本職人会"),
    ],
    skills: [
      Skill(id: "routing", name: "Routing"), Skill(id: "weaving", name: "Weaving"),
      Skill(id: "joinery", name: "Joinery 木工"),
    ],
    credentials: networks + crafts,
    goals: [
      Goal(
        id: engineer, title: "Network engineer 👩‍💻",
        occupation: Occupation(
          medianWage: 52_000_00, currency: "EUR", year: 2024, growth: 1250, entryEducation: "Bachelor's degree",
          experience: "Less than 5 years"),
        requires: .all([.credential("tech", active: true), .skill("routing")]), catalog: "net"),
      Goal(
        id: "helper", title: "Helper at the desk, whose title is longer than any column could hold",
        requires: .credential("basics", active: false), catalog: "net"),
      Goal(id: "weaver", title: "Weaver", requires: .skill("weaving"), catalog: "craft"),
      Goal(
        id: "pilot", title: "Harbour pilot",
        requires: .all([
          .any([.credential("licence", active: false), .skill("joinery")]), .condition("five years at sea"),
        ]), catalog: "craft"),
    ])

  private static let networks = [
    Credential(
      id: "basics", title: "Basics of networks", provider: "guild", kind: .badge, price: price(100),
      workload: Figure(20 * 60), source: Source(url: "https://guild.example/basics", read: start), catalog: "net"),
    Credential(
      id: "tech", title: "Technician 技術者認定", provider: "guild", kind: .certification, price: price(250),
      workload: Figure(60 * 60, low: 40 * 60, high: 90 * 60, isEstimate: true, basis: "the guild's outline"),
      requires: .credential("basics", active: false), validity: Validity(days: 3 * 365), catalog: "net"),
    Credential(
      id: "radio", title: "Ra\u{301}dio ope\u{301}rateur", provider: "shokunin", kind: .course,
      price: Price(fee: Figure(0), monthly: Figure(30_00), currency: "EUR"), workload: Figure(45 * 60),
      teaches: ["routing"], catalog: "net"),
    Credential(
      id: "intensive", title: "Intensive weeks", provider: "guild", kind: .course, price: price(150),
      workload: Figure(28 * 60),
      duration: Duration(pace: .scheduled, days: Figure(28), starts: [start + 14, start + 77]),
      teaches: ["routing"], catalog: "net"),
    Credential(
      id: "rocket", title: rocketTitle, provider: "shokunin", kind: .course, price: price(400),
      workload: Figure(8 * 60), teaches: ["routing"], catalog: "net"),
    Credential(
      id: "pounds", title: "Course in pounds", kind: .course,
      price: Price(fee: Figure(10_00), currency: "GBP"), workload: Figure(60), teaches: ["routing"], catalog: "net"),
    Credential(
      id: "award", title: "Guild's award", provider: "guild", kind: .stack, price: price(0), workload: Figure(0),
      requires: .all([.credential("basics", active: false), .credential("tech", active: false)]), catalog: "net"),
  ]

  private static let crafts = [
    Credential(
      id: "licence", title: "Pilot's licence", kind: .license, price: Price(fee: nil, currency: "USD"),
      workload: Figure(10 * 60), catalog: "craft"),
    Credential(
      id: "joiner", title: "Joiner 指物師", provider: "shokunin", kind: .certificate,
      price: Price(fee: Figure(1_234_50), currency: "USD"), workload: Figure(80 * 60), teaches: ["joinery"],
      catalog: "craft"),
  ]

  private static func price(_ euros: Int) -> Price { Price(fee: Figure(euros * 100), currency: "EUR") }
}
