import Appraisal
import Catalogs
import Interchange
import Planning
import Testing

@Suite("Standing, vouching and worth")
struct StandingTests {
  static let text = """
    catalog: c
    title: C
    currency: USD
    providers: [{id: p, name: P, url: "https://www.p.org", country: US, quality: [{by: ANAB}]}, {id: q, name: Q,
        outcomes: [{finding: 7 of 10 found work, source: "https://q.example"}]}]
    skills: [{id: s, name: S}, {id: t, name: T}]
    credentials:
      - {id: a, title: A, provider: p, cost: {fee: 920}, effort: {hours: 10, estimated: true, basis: ours}, teaches: [s],
          validity: {years: 2, renewal: {fee: 100}}, source: {url: "https://learn.p.org/a", read: 2025-01-10}}
      - {id: b, title: B, provider: q, cost: {fee: 60}, effort: {hours: 30}, teaches: [s, t],
          source: {url: "https://blog.example/b", read: 2025-12-01}}
      - {id: c, title: C, provider: q, cost: {fee: 20, estimated: true, basis: known}, effort: {hours: 10},
          source: {url: "https://blog.example/c", read: 2025-12-01, grade: source}}
    goals:
      - {id: g, title: G, requires: [a, b, c], occupation: {medianWage: 60000, year: 2024}}
      - {id: h, title: H, requires: {skill: s}}
    """

  private func catalog() throws -> Catalog {
    let opened = CatalogDraft(files: [CatalogFile.draft(Array(Self.text.utf8), name: "c.yaml")]).validated()
    try #require(opened.errors.isEmpty)
    return opened.catalog
  }

  @Test("a page of the provider is the source, any other is elsewhere, unless the catalog says otherwise")
  func grades() throws {
    let catalog = try catalog()
    func grade(_ name: FigureName, _ id: String) throws -> Grade {
      catalog.standing(of: name, in: try #require(catalog.credential(id))).grade
    }
    #expect(try grade(.fee, "a") == .source)
    #expect(try grade(.effort, "a") == .estimate)
    #expect(try grade(.fee, "b") == .elsewhere)
    #expect(try grade(.effort, "c") == .source)
    #expect(try grade(.monthly, "c") == .unknown)
  }

  @Test("a total says how much of it rests on what, and how old its oldest figure is")
  func totals() throws {
    let catalog = try catalog()
    let learner = Learner(start: CalendarDate(dayNumber: 20_454))
    let outcome = Planner().solve(try Problem(PlanningRequest(goal: "g", learner: learner), in: catalog))
    let pathway = try #require(outcome.frontier.first)
    let standing = PathwayStanding(of: pathway, learner: learner, in: catalog)
    #expect(standing.cost == [.source: 92_000, .elsewhere: 6_000, .estimate: 2_000])
    #expect(PathwayStanding.percents(standing.cost).map(\.percent) == [92, 6, 2])
    #expect(standing.minutes == [.source: 600, .elsewhere: 1_800, .estimate: 600])
    #expect(standing.oldest == CalendarDate(iso: "2025-01-10"))
  }

  @Test("a step that is free by estimate alone is counted, since it has no share of the money")
  func free() throws {
    let text = """
      catalog: f
      title: F
      currency: USD
      skills: [{id: s, name: S}, {id: t, name: T}, {id: u, name: U}]
      credentials:
        - {id: k1, title: K1, cost: {fee: 0}, effort: 1, source: "https://k.example"}
        - {id: k2, title: K2, cost: {fee: 0}, effort: 1, source: "https://k.example"}
        - {id: k3, title: K3, cost: {fee: 0}, effort: 1, source: "https://k.example"}
        - {id: k4, title: K4, cost: {fee: 0}, effort: 1, source: "https://k.example"}
        - {id: known, title: Known, cost: {fee: 0}, effort: 1, teaches: [s], source: "https://k.example"}
        - {id: guessed, title: Guessed, cost: {fee: 0, estimated: true, basis: hearsay}, effort: 1, teaches: [t]}
        - {id: kin, title: Kin, effort: 1, teaches: [u]}
      goals: [{id: g, title: G, requires: [known, guessed, kin]}]
      """
    let catalog = CatalogDraft(files: [CatalogFile.draft(Array(text.utf8), name: "f.yaml")]).validated().catalog
    let learner = Learner(start: CalendarDate(dayNumber: 20_454))
    let outcome = Planner().solve(try Problem(PlanningRequest(goal: "g", learner: learner), in: catalog))
    let pathway = try #require(outcome.frontier.first)
    #expect(pathway.cost == 0 && pathway.isCostEstimated(for: learner, in: catalog))
    #expect(PathwayStanding(of: pathway, learner: learner, in: catalog).freeByEstimate == 2)
    let marked = pathway.steps.filter { $0.isCostEstimated(for: learner, in: catalog) }.map(\.credential)
    #expect(Set(marked) == ["guessed", "kin"])
  }

  @Test("fresh, ageing, stale and outdated begin after 0, 90, 180 and 270 days")
  func ages() {
    let today = CalendarDate(dayNumber: 20_000)
    let expected: [(Int, Freshness)] = [
      (0, .fresh), (90, .fresh), (91, .ageing), (180, .ageing), (181, .stale), (270, .stale), (271, .outdated),
    ]
    for (days, freshness) in expected { #expect(Freshness(read: today + -days, today: today) == freshness) }
    #expect(Freshness(read: nil, today: today) == .undated)
  }

  @Test("the wage pays back cost alone at the earliest, cost and hours at the latest")
  func payback() throws {
    let catalog = try catalog()
    let goal = try #require(catalog.goal("g"))
    var learner = Learner(start: CalendarDate(dayNumber: 20_454))
    let pathway = Pathway(steps: [], cost: 100_000, days: 10, minutes: 60 * 100)
    #expect(Payback(pathway, to: goal, learner: learner, currency: "USD") == nil)
    learner.currentWage = 4_800_000
    // 12,000 a year more: 1,000 in a month. A hundred hours at 48,000 / 2,080 are 2,307.69.
    #expect(Payback(pathway, to: goal, learner: learner, currency: "USD") == .months(1...4))
    #expect(Payback(pathway, to: goal, learner: learner, currency: "EUR") == .noRate("USD"))
    learner.currentWage = 6_000_000
    #expect(Payback(pathway, to: goal, learner: learner, currency: "USD") == .never)
  }

  @Test("of two ways to a skill the one that is no better in anything is dominated; upkeep counts for five years")
  func equivalents() throws {
    let ways = Equivalents(skill: "s", in: try catalog())
    #expect(ways.ways.map(\.credential) == ["b", "a"])
    // Valid for two years: renewed after two and after four.
    #expect(ways.ways.last?.fiveYears == 112_000)
    // B is cheaper, but nobody vouches for it, and it takes longer.
    #expect(ways.ways.allSatisfy { ways.dominator(of: $0) == nil })
    var better = try #require(ways.ways.first)
    better.isVouchedFor = true
    better.minutes = 600
    #expect(better.dominates(try #require(ways.ways.last)))
    // What it saves: 860 at once, 200 more of upkeep; and T besides.
    let other = try #require(ways.ways.last)
    let advantage = try #require(Advantage(of: better, over: other))
    #expect(advantage.cost == 86_000 && advantage.minutes == 0 && advantage.fiveYears == 106_000)
    #expect(advantage.moreSkills == 1 && !advantage.isVouchedForAlone)
  }

  @Test("a credential is told by ten elements; what none of its goals asks for is said")
  func description() throws {
    let catalog = try catalog()
    let credential = try #require(catalog.credential("a"))
    #expect(
      SelfDescription(of: credential, in: catalog).silent == [.learner, .workload, .level, .assessment, .participation])
    let demand = Demand(catalog)
    #expect(demand.goals(askingFor: "s") == 2)
    #expect(demand.goals(naming: "s") == 1)
  }

  @Test("what was found of its holders is told; of most credentials nothing was")
  func evidence() throws {
    let catalog = try catalog()
    let (b, a) = (try #require(catalog.credential("b")), try #require(catalog.credential("a")))
    #expect(Evidence(on: b, in: catalog).provider.map(\.text) == ["7 of 10 found work"])
    #expect(Evidence(on: a, in: catalog).isEmpty)
    #expect(Evidence.extent(in: catalog) == (known: 2, all: 3))
  }

  @Test("other ways are those to all of its skills, or else to the first that a goal asks for")
  func alternatives() throws {
    let catalog = try catalog()
    let demand = Demand(catalog)
    let whole = catalog.alternatives(to: try #require(catalog.credential("a")), demand: demand)
    #expect(whole.skill == nil && whole.ways.map(\.credential) == ["b"])
    let part = catalog.alternatives(to: try #require(catalog.credential("b")), demand: demand)
    #expect(part.skill == "s" && part.ways.map(\.credential) == ["a"])
  }

  @Test("goals are listed nearest first, best paid first, soonest paid back first; what nobody knows is last")
  func orders() throws {
    let catalog = try catalog()
    let learner = Learner(start: CalendarDate(dayNumber: 20_454), currentWage: 4_800_000)
    func ranked(_ order: GoalOrder) throws -> [String] {
      let outcomes = try catalog.goals.map { goal in
        (goal.id, Planner().solve(try Problem(PlanningRequest(goal: goal.id, learner: learner), in: catalog)))
      }
      let known = Dictionary(uniqueKeysWithValues: outcomes)
      return catalog.goals.ordered {
        order.rank($0, known[$0.id], learner: learner, currencies: catalog.currencies)
      }.map(\.id)
    }
    for order in [GoalOrder.left, .cheapest, .fastest] { #expect(try ranked(order) == ["h", "g"]) }
    for order in [GoalOrder.wage, .payback] { #expect(try ranked(order) == ["g", "h"]) }
  }

  @Test("keeping to what is vouched for has its price")
  func limits() throws {
    let catalog = try catalog()
    var learner = Learner(start: CalendarDate(dayNumber: 20_454))
    func outcome(_ learner: Learner) throws -> PlanningOutcome {
      Planner().solve(try Problem(PlanningRequest(goal: "h", learner: learner), in: catalog))
    }
    learner.excluded = [.unvouched]
    #expect(SelfLimit.vouched.isKept(by: learner))
    let free = try outcome(SelfLimit.vouched.lifted(from: learner))
    let price = try #require(DoingWithout(.vouched, outcome(learner), without: free))
    #expect(price.cost == 86_000)
    #expect(price.days == 0)
  }
}
