import Catalogs
import Interchange
import Testing

/// The catalog of one file's text, named `c.yaml` unless the text is JSON.
func reading(_ text: String, name: String = "c.yaml") -> ValidatedCatalog {
  CatalogDraft(files: [CatalogFile.draft(Array(text.utf8), name: name)]).validated()
}

@Suite("Reading a catalog")
struct ReadingTests {
  @Test("figures keep every digit: cents, minutes, days and hundredths")
  func figures() throws {
    let catalog = reading(
      """
      catalog: c
      title: T
      currency: USD
      creditSystem: ects
      credentials:
        - {id: a, title: A, cost: {fee: 0.29, monthly: 1.005}, effort: {hours: 0.3333}, credits: 7.5}
        - {id: b, title: B, cost: 1e2, effort: {hoursPerWeek: 2.5, weeks: 18}, duration: {weeks: 1.5, pace: scheduled}}
      """
    ).catalog
    let a = try #require(catalog.credential("a"))
    let b = try #require(catalog.credential("b"))
    #expect(a.price.fee == Figure(29))
    #expect(a.price.monthly == Figure(101))
    #expect(a.workload == Figure(20))
    #expect(a.credits == 750)
    #expect(b.price.fee == Figure(10_000))
    #expect(b.workload == Figure(2700))
    #expect(b.duration.days == Figure(11))
  }

  @Test("what can be entered after all is no circle")
  func noCircle() {
    let result = reading(
      """
      catalog: c
      title: T
      currency: USD
      credentials:
        - {id: a, title: A, corequires: b, effort: 5}
        - {id: b, title: B, corequires: a, effort: 5}
        - {id: c, title: C, requires: {any: [d, a]}}
        - {id: d, title: D, requires: c, effort: 1}
        - {id: e, title: E, requires: {atLeast: 1, of: [f, {condition: a year of it}]}}
        - {id: f, title: F, requires: e}
        - {id: g, title: G, requires: h}
        - {id: h, title: H, corequires: g}
      """)
    #expect(result.issues.map(\.description) == [])
  }
}
