import Catalogs
import Planning
import Testing

/// A stack as its rule was read at an address, and what its cheapest way costs by hand from the prices of its parts.
struct Stack: Sendable, CustomTestStringConvertible {
  var goal: String
  /// What each of its steps costs, in units of the currency, by hand.
  var prices: [Int]
  var address: String

  init(_ goal: String, _ prices: [Int], _ address: String) {
    self.goal = goal
    self.prices = prices
    self.address = address
  }

  var testDescription: String { goal }

  static let all: [Stack] = [
    // Five exams: three hands-on at 445, two of multiple choice at 250.
    Stack(
      "cncf-kubestronaut", [445, 445, 445, 250, 250], "https://www.youngju.dev/blog/culture/2026-05-16-kubestronaut"),
    // A+ is two exams at 253; Network+ 369, Security+ 404.
    Stack("comptia-csis", [253, 253, 369, 404], "https://course.careers/certifications/stackable-certs-comptia"),
    Stack(
      "comptia-cios", [253, 253, 369],
      "https://pass4-sure.us/certifications/comptia/comptia-stackable-certifications-explained"),
    // A core exam at 400 and one concentration at 300.
    Stack("cisco-ccnp-enterprise", [400, 300], "https://raw.githubusercontent.com/PatrickWiloak"),
    // The core exam and the lab at 1,600.
    Stack("cisco-ccie-enterprise", [400, 1600], "https://www.ciscoexampdf.com/ccna-exam-process"),
    // Six practitioner exams at 979 and four of applied knowledge at 1,299.
    Stack(
      "giac-gse", [979, 979, 979, 979, 979, 979, 1299, 1299, 1299, 1299], "https://secprove.com/certifications/gse"),
    // RHCSA, RHCE and five specialists, 400 each.
    Stack(
      "rh-rhca", [400, 400, 400, 400, 400, 400, 400],
      "https://learn.redhat.com/t5/Red-Hat-Learning-Subscription/Ask-Requirement-RHCA"),
    // Three labs at 1,649.
    Stack("offsec-osce3", [1649, 1649, 1649], "https://github.com/PaulJerimy/SecCertRoadmapHTML"),
    // One of three associates and the expert exam, 165 each.
    Stack("ms-sc-100", [165, 165], "https://certland.net/blog/microsoft-cybersecurity-architect-sc-100"),
    Stack("ms-az-400", [165, 165], "https://learn.microsoft.com/en-my/answers/questions/5913697"),
    // Three of the four associate exams, 100 each.
    Stack("mos-associate", [100, 100, 100], "text file on GitHub that cites the requirement on Microsoft Learn"),
  ]
}

/// A stack as its provider publishes it on a page of its own, compared by hand.
struct PublishedStack: Sendable, CustomTestStringConvertible {
  var goal: String
  /// Of the provider, where the rule was read.
  var address: String
  /// What is published there, as a requirement written by hand.
  var rule: Requirement
  /// What each of its steps costs, in hundredths of the currency, by hand.
  var prices: [Int]
  /// Where prices of its parts were read, as many as were; the others are estimates, and say so.
  var pricesAt: [String]

  init(_ goal: String, _ address: String, _ rule: Requirement, _ prices: [Int], at pricesAt: String...) {
    (self.goal, self.address, self.rule, self.prices, self.pricesAt) = (goal, address, rule, prices, pricesAt)
  }

  var testDescription: String { goal }

  private static func each(_ ids: String..., active: Bool = false) -> [Requirement] {
    ids.map { .credential($0, active: active) }
  }

  static let all: [PublishedStack] = [
    // "Any five specialist certifications, all current, on top of a current RHCE": RHCSA, RHCE and five, 400 each.
    PublishedStack(
      "rh-rhca", "https://learn.redhat.com/t5/Red-Hat-Learning-Subscription/Ask-Requirement-RHCA/td-p/27511",
      .all([
        .credential("rh-rhce", active: true),
        .atLeast(
          5,
          of: each(
            "rh-ex280", "rh-ex188", "rh-ex316", "rh-ex342", "rh-ex358", "rh-ex362", "rh-ex374", "rh-ex415", "rh-ex442",
            active: true)),
      ]), [Int](repeating: 400_00, count: 7), at: "https://github.com/PaulJerimy/SecCertRoadmapHTML"),
    // An associate certification, administrator or developer, and the expert exam.
    PublishedStack(
      "ms-az-400",
      "https://learn.microsoft.com/en-my/answers/questions/5913697/devops-engineer-expert-certification-question",
      .any(each("ms-az-104", "ms-az-204")), [165_00, 165_00],
      at: "https://github.com/glensouza/Azure-Certification"),
    // Platform App Builder, Platform Developer I, Data Architect, Sharing and Visibility Architect.
    PublishedStack(
      "sf-app-architect", "https://trailhead.salesforce.com/credentials/applicationarchitect",
      .all(each("sf-app-builder", "sf-pd1", "sf-data-architect", "sf-sharing")), [200_00, 200_00, 400_00, 400_00],
      at: "https://www.trailblazeprep.com/application-architect-study-guide"),
    // Three core courses, one of them by way of data science at 300, and two of three electives, at most 1,000 each.
    PublishedStack(
      "mitx-dedp-mm", "https://micromasters.mit.edu/dedp/frequently-asked-questions/",
      .all(
        each("mitx-14100x", "mitx-14310x", "mitx-jpal102x")
          + [.atLeast(2, of: each("mitx-1473x", "mitx-14740x", "mitx-14750x"))]),
      [300_00, 1_000_00, 1_000_00, 1_000_00, 1_000_00],
      at: "https://micromasters.mit.edu/dedp/frequently-asked-questions/"),
    // The credential, then admission.
    PublishedStack(
      "mit-dedp-masters",
      "https://economics.mit.edu/academic-programs/masters-programs/masters-data-economics-and-development-policy-dedp/frequently",
      .all([.credential("mitx-dedp-mm", active: false), .condition("admission to the university's programme")]),
      [300_00, 1_000_00, 1_000_00, 1_000_00, 1_000_00, 45_000_00],
      at: "https://micromasters.mit.edu/dedp/frequently-asked-questions/"),
    // Five courses at 150 and the comprehensive exam at 600.
    PublishedStack(
      "mitx-scm-mm", "https://micromasters.mit.edu/scm/frequently-asked-questions/micromasters-basics/",
      .all(each("mitx-sc0x", "mitx-sc1x", "mitx-sc2x", "mitx-sc3x", "mitx-sc4x", "mitx-scm-cfx")),
      [150_00, 150_00, 150_00, 150_00, 150_00, 600_00]),
    // Four courses and the capstone exam, 300 each.
    PublishedStack(
      "mitx-sds-mm", "https://micromasters.mit.edu/ds/faq/",
      .all(each("mitx-6431x", "mitx-14310x", "mitx-186501x", "mitx-686x", "mitx-sds-cfx")),
      [Int](repeating: 300_00, count: 5)),
    // An active CPhT, three years of work, and four of ten certificates, or three and the sterile one: 129 and four at 89.
    PublishedStack(
      "ptcb-cpht-adv",
      "https://www.ptcb.org/guidebook/advanced-certified-pharmacy-technician-cpht-adv-program",
      .all([
        .credential("ptcb-cpht", active: true), .condition("3 years of pharmacy technician work in the last 8"),
        .any([
          .atLeast(4, of: certificates),
          .all([.atLeast(3, of: certificates), .credential("ptcb-cspt", active: false)]),
        ]),
      ]), [129_00, 89_00, 89_00, 89_00, 89_00],
      at: "https://www.ptcb.org/credentials/technician-product-verification-certificate",
      "https://ptcb.zendesk.com/hc/en-us/articles/16138486529421-What-is-PTCB-s-Refund-Policy"),
    // The Level 3 Diploma or the bookkeeping certificate opens it; the certificate is 91 and 122.
    PublishedStack(
      "aat-aatqb", "https://www.aat.org.uk/find-a-course/aat-accounting-courses/professional-diploma-in-accounting",
      .any(each("aat-l3-book", "aat-l3-dip")), [91_00 + 122_00],
      at: "https://www.aat.org.uk/qualifications-and-courses/fees-funding/"),
    // The Level 4 Diploma opens full membership, with experience: 244 to register and 320 for assessments.
    PublishedStack(
      "aat-maat", "https://www.aat.org.uk/find-a-course/aat-accounting-courses/professional-diploma-in-accounting",
      .all([.credential("aat-l4-dip", active: false), .condition("relevant accounting work experience")]),
      [244_00 + 320_00], at: "https://www.aat.org.uk/qualifications-and-courses/fees-funding/"),
    // Micro-credentials, workforce essentials and a capstone project: 18 credits at 555.90 each.
    PublishedStack(
      "sit-bsc-ac", "https://www.singaporetech.edu.sg/undergraduate-programmes/applied-computing-csm",
      .all(
        each("sit-mc-foundation", "sit-mc-cyber", "sit-mc-se", "sit-mc-net") + [
          .condition(
            "the other micro-credentials of the degree, workforce essentials and the capstone project")
        ]), [Int](repeating: 18 * 555_90, count: 4),
      at: "https://www.singaporetech.edu.sg/admissions/undergraduate/csm-tuition-fees"),
  ]

  private static let certificates = each(
    "ptcb-tpv", "ptcb-medhist", "ptcb-hazdrug", "ptcb-imm", "ptcb-csdp", "ptcb-billing", "ptcb-regcomp",
    "ptcb-nonsterile", "ptcb-supply", "ptcb-poct")
}

@Suite("Well-known stacks")
struct StackTests {
  @Test("cost what their parts cost by hand, and their rule was read where it is said", arguments: Stack.all)
  func stack(_ stack: Stack) throws {
    let catalog = try #require(Bundled.opened).catalog
    let learner = Learner(start: try #require(CalendarDate(iso: "2026-06-01")))
    let problem = try Problem(PlanningRequest(goal: stack.goal, learner: learner), in: catalog)
    let outcome = Planner(limits: SearchLimits(nodes: 20_000)).solve(problem)
    #expect(outcome.status == .optimal)
    let cheapest = try #require(outcome.frontier.first)
    let paid = cheapest.steps.map(\.cost).filter { $0 > 0 }.sorted()
    #expect(paid == stack.prices.map { $0 * 100 }.sorted())
    #expect(Bundled.sources.contains(stack.address))
  }

  @Test(
    "eleven are as their provider publishes them, and cost by hand what is planned, from prices read where it is said",
    arguments: PublishedStack.all)
  func published(_ stack: PublishedStack) throws {
    let catalog = try #require(Bundled.opened).catalog
    let credential = try #require(catalog.credential(stack.goal))
    let source = try #require(credential.source)
    #expect(source.url == stack.address)
    #expect(source.grade(for: credential.provider.flatMap(catalog.provider)) == .source, "not a page of its provider")
    #expect(credential.requires == stack.rule)
    let learner = Learner(minutesPerWeek: 2_400, start: try #require(CalendarDate(iso: "2026-06-01")))
    let outcome = Planner(limits: SearchLimits(nodes: 20_000)).solve(
      try Problem(PlanningRequest(goal: stack.goal, learner: learner), in: catalog))
    #expect(outcome.status == .optimal)
    let paid = try #require(outcome.frontier.first).steps.filter { $0.cost > 0 }
    #expect(paid.map(\.cost).sorted() == stack.prices.sorted())
    for step in paid {
      let standing = catalog.standing(of: .fee, in: try #require(catalog.credential(step.credential)))
      let isRead = stack.pricesAt.contains(standing.source?.url ?? "")
      #expect(standing.grade == .estimate || isRead, "\(step.credential): its price is from elsewhere")
    }
  }

  @Test("every goal has a proven frontier at ten hours a week, or at forty where its courses ask for more")
  func goals() throws {
    let catalog = try #require(Bundled.opened).catalog
    let start = try #require(CalendarDate(iso: "2026-06-01"))
    var withChoice = 0
    for goal in catalog.goals {
      let outcomes = try [600, 2_400].map { minutes in
        let learner = Learner(minutesPerWeek: minutes, start: start)
        let problem = try Problem(PlanningRequest(goal: goal.id, learner: learner), in: catalog)
        return Planner(limits: SearchLimits(nodes: 20_000)).solve(problem)
      }
      #expect(outcomes.contains { $0.status == .optimal }, "\(goal.id)")
      if outcomes[0].frontier.count > 1 { withChoice += 1 }
    }
    #expect(
      withChoice >= 65, "goals with more than one pathway; the README of the catalogs tells which have none, and why")
  }
}
