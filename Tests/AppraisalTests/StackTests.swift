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

  @Test("every goal has a proven frontier at ten hours a week, or at forty where its courses ask for more")
  func goals() throws {
    let catalog = try #require(Bundled.opened).catalog
    let start = try #require(CalendarDate(iso: "2026-06-01"))
    for goal in catalog.goals {
      let isProven = try [600, 2_400].contains { minutes in
        let learner = Learner(minutesPerWeek: minutes, start: start)
        let problem = try Problem(PlanningRequest(goal: goal.id, learner: learner), in: catalog)
        return Planner(limits: SearchLimits(nodes: 20_000)).solve(problem).status == .optimal
      }
      #expect(isProven, "\(goal.id)")
    }
  }
}
