import Catalogs
import Learners
import Planning
import Testing

@Suite("A saved pathway")
struct SavedPathwayTests {
  private static let credentials = [
    Credential(id: "a", title: "A", price: Price(fee: Figure(100)), requires: .skill("s")),
    Credential(id: "b", title: "B", price: Price(fee: Figure(200)), workload: Figure(60)),
    Credential(id: "other", title: "Other"),
  ]
  private static let goals = [Goal(id: "g", title: "G", requires: .credential("a", active: false))]

  private func catalog(_ change: (inout [Credential]) -> Void = { _ in }) -> Catalog {
    var credentials = Self.credentials
    change(&credentials)
    return Catalog(headers: [], credentials: credentials, goals: Self.goals)
  }

  private var saved: SavedPathway {
    let steps = ["a", "b"].map { Step(credential: $0, start: 0, finish: 7, cost: 100, minutes: 60, load: 60) }
    return SavedPathway(
      name: "way", saved: RecordTests.today,
      request: PlanningRequest(goal: "g", learner: Learner(start: RecordTests.today)), currency: "USD",
      pathway: Pathway(steps: steps, cost: 300, days: 7, minutes: 120), in: catalog())
  }

  @Test("nothing has changed where the catalog is the same, in whatever order")
  func same() {
    #expect(saved.changes(in: catalog()).isEmpty)
    #expect(saved.changes(in: catalog { $0.reverse() }).isEmpty)
    #expect(saved.changes(in: catalog { $0[0].title = "Another title" }).isEmpty)
  }

  @Test("each thing it rests on that has changed is told, and what it does not rest on only as elsewhere")
  func changed() {
    let changes = saved.changes(
      in: catalog {
        $0[0].price.fee = Figure(150)
        $0[0].requires = .skill("t")
        $0[1].workload = nil
      })
    #expect(
      changes == [
        .price("a", before: 100, after: 150), .requirement("a"), .workload("b", before: 60, after: nil),
      ])
    #expect(saved.changes(in: catalog { $0.remove(at: 1) }) == [.gone("b")])
    #expect(saved.changes(in: catalog { $0[2].workload = Figure(1) }) == [.elsewhere])
    #expect(saved.changes(in: catalog { $0[1].until = RecordTests.today }) == [.offer("b")])
    #expect(
      saved.changes(in: Catalog(headers: [], credentials: Self.credentials)) == [.goalGone("g")])
  }

  @Test("a fingerprint is the same on every machine, and comes back from its text")
  func fingerprint() {
    var print = Fingerprint()
    #expect(print.text == "cbf29ce484222325")
    print.add("a")
    let text = print.text
    #expect(text == "089bc907b544c769")
    #expect(Fingerprint(text) == print)
    #expect(Fingerprint("xyz") == nil)
    var apart = Fingerprint()
    apart.add("ab")
    apart.add("c")
    var other = Fingerprint()
    other.add("a")
    other.add("bc")
    #expect(apart != other)
  }
}
