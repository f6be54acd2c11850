import Catalogs
import Library
import Testing

@Suite("Searching a catalog in memory")
struct CatalogIndexTests {
  static let catalog = Catalog(
    headers: [
      Catalog.Header(id: "net", title: "Networks", currency: "USD"),
      Catalog.Header(id: "wood", title: "Woodwork", currency: "USD"),
    ],
    providers: [
      Provider(id: "guild", name: "Guild", quality: [Endorsement(by: "ANAB")]), Provider(id: "lab", name: "Lab"),
    ],
    skills: [Skill(id: "sawing", name: "Sawing", same: ["esco:cut-timber"])],
    credentials: [
      credential("saw", "Saw course", "guild", cost: 0, hours: 6, catalog: "wood", teaches: ["sawing"]),
      credential("saw-pro", "Saw professional", "lab", cost: 600, hours: 60, catalog: "wood"),
      credential("routing", "Routing", "lab", cost: 90, hours: 30, catalog: "net"),
      credential("wiring", "Wiring", "guild", cost: nil, hours: nil, catalog: "net"),
    ],
    goals: [Goal(id: "joiner", title: "Joiner", requires: .credential("saw", active: false), catalog: "wood")])

  static func credential(
    _ id: String, _ title: String, _ provider: String, cost: Int?, hours: Int?, catalog: String, teaches: [String] = []
  ) -> Credential {
    Credential(
      id: id, title: title, provider: provider, price: Price(fee: cost.map { Figure($0 * 100) }),
      workload: hours.map { Figure($0 * 60) }, delivery: [id == "saw" ? .onsite : .online], teaches: teaches,
      catalog: catalog)
  }

  let index = CatalogIndex(catalog)

  func found(_ query: LibraryQuery) -> [String] { index.answer(query).hits.map(\.entry.id) }

  @Test("a catalog with nothing asked for is all there is, in one order only")
  func everything() {
    #expect(index.answer(LibraryQuery()).total == 6)
    #expect(found(LibraryQuery("")) == found(LibraryQuery("  ")))
    #expect(found(LibraryQuery("", order: .title)) == ["joiner", "routing", "saw", "saw-pro", "wiring", "sawing"])
  }

  @Test("facets narrow, each by any of its values, and count what else could be chosen")
  func facets() {
    let query = LibraryQuery("", chosen: [.field: ["Woodwork"], .kind: ["course"]])
    #expect(Set(found(query)) == ["saw", "saw-pro"])
    let counts = index.answer(query).counts
    // The kind narrows the fields, the field itself doesn't.
    #expect(counts[.field]?.map { "\($0.value) \($0.count)" } == ["Networks 2", "Woodwork 2"])
    #expect(counts[.provider]?.map { "\($0.value) \($0.count)" } == ["Guild 1", "Lab 1"])
    #expect(counts[.price]?.map(\.value) == ["free", "500 to 1,999"])
    #expect(found(LibraryQuery("", chosen: [.price: ["free", "below 100"]], order: .cost)) == ["saw", "routing"])
    #expect(Set(found(LibraryQuery("", chosen: [.vouched: ["yes"]]))) == ["saw", "wiring"])
    #expect(found(LibraryQuery("", chosen: [.delivery: ["onsite"], .vouched: ["no"]])) == [])
  }

  /// Of every facet a value, with the entries that have it.
  private static let tagged = Catalog(
    headers: [Catalog.Header(id: "c", title: "Crafts", currency: "EUR")],
    providers: [Provider(id: "g", name: "Guild", quality: [Endorsement(by: "ANAB")]), Provider(id: "l", name: "Lab")],
    credentials: [
      Credential(
        id: "a", title: "A", provider: "g", kind: .badge, price: Price(fee: Figure(0)), workload: Figure(8 * 60),
        duration: Duration(starts: [CalendarDate(dayNumber: 20_000)]), delivery: [.online], languages: ["de", "en"],
        level: ["eqf": "4"], catalog: "c"),
      Credential(
        id: "b", title: "B", provider: "l", kind: .degree, price: Price(fee: Figure(99_99)),
        workload: Figure(8 * 60 + 1), delivery: [.onsite, .blended], languages: ["FI"], level: ["tier": "expert"],
        catalog: "c"),
      Credential(
        id: "d", title: "D", kind: .badge, price: Price(fee: Figure(2000_00)), workload: Figure(151 * 60), catalog: "c"),
    ], goals: [])

  @Test(
    "every facet is counted and narrows by each of its values",
    arguments: [
      (Facet.field, ["Crafts": "abd"]), (.kind, ["badge": "ad", "degree": "b"]),
      (.price, ["free": "a", "below 100": "b", "2,000 and more": "d"]),
      (.length, ["up to 8 hours": "a", "up to 40 hours": "b", "more than 150 hours": "d"]),
      (.delivery, ["online": "a", "onsite": "b", "blended": "b"]), (.level, ["eqf 4": "a", "tier expert": "b"]),
      (.provider, ["Guild": "a", "Lab": "b"]), (.language, ["de": "a", "en": "a", "fi": "b"]),
      (.vouched, ["yes": "a", "no": "bd"]), (.starts, ["on set days": "a", "any day": "bd"]),
    ])
  func everyFacet(facet: Facet, values: [String: String]) {
    let index = CatalogIndex(Self.tagged)
    let counts = index.answer(LibraryQuery()).counts[facet] ?? []
    #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.count) }) == values.mapValues(\.count))
    #expect(Set(index.values(of: facet)) == Set(values.keys))
    for (value, ids) in values {
      let found = index.answer(LibraryQuery("", chosen: [facet: [value]])).hits.map(\.entry.id).sorted()
      #expect(found.joined() == ids, "\(value)")
    }
    let all = index.answer(LibraryQuery("", chosen: [facet: Set(values.keys)]))
    #expect(all.total == Set(values.values.joined()).count)
  }

  @Test("what nobody stated is over any limit; sorted, it comes last")
  func limits() {
    var query = LibraryQuery("", order: .length)
    query.mostCost = 100_00
    #expect(found(query) == ["saw", "routing"])
    query.mostMinutes = 10 * 60
    #expect(found(query) == ["saw"])
    #expect(found(LibraryQuery("", chosen: [.kind: ["course"]], order: .cost)).last == "wiring")
  }

  @Test("a synonym of a skill finds the skill and who teaches it; no word is found that isn't there")
  func synonyms() {
    #expect(found(LibraryQuery("timber")) == ["saw", "sawing"])
    #expect(found(LibraryQuery("sawing timber")) == ["saw", "sawing"])
    #expect(found(LibraryQuery("timber zebra")) == [])
  }

  @Test("the first hits of an answer are the same however many are wanted, and the total stays honest")
  func prefix() {
    for text in ["s", "saw", "g", "ro", ""] {
      let all = index.answer(LibraryQuery(text))
      let two = index.answer(LibraryQuery(text), atMost: 2)
      #expect(Array(all.hits.prefix(2)) == two.hits && all.total == two.total && all.counts == two.counts)
      #expect(all.total == all.hits.count)
    }
  }

  @Test("a slip of the finger is one edit, two in a long word; in a short one neighbours that changed places alone")
  func edits() {
    let vocabulary = Vocabulary(["administrator", "network", "saw", "sawing", "a+"])
    func near(_ word: String) -> [String] { vocabulary.near(word).map { vocabulary.word($0.place) } }
    for word in ["netwrok", "netork", "nettwork", "netwark", "netwrk"] { #expect(near(word) == ["network"]) }
    for word in ["adminstrator", "admnistratro", "admniistrator", "addminsitr"] {
      #expect(near(word) == ["administrator"])
    }
    for word in ["swa", "asw"] { #expect(near(word) == ["saw"]) }
    for word in ["saq", "was", "sa", "1st", "netwrko r", "nteowrk", "zdmzniztrator"] { #expect(near(word) == []) }
  }

  @Test("words are folded: case, accents, width, ligatures; scripts without spaces go by pairs")
  func folding() {
    #expect(SearchText.folded("ŁÓDŹ Ærø Straße ＡＢＣ e\u{301}") == "lodz aero strasse abc e")
    #expect(SearchText.words("CompTIA A+ (220-1201), C#") == ["comptia", "a+", "220", "1201", "c#"])
    #expect(SearchText.words("指物師 ok") == ["指物", "物師", "師", "ok"])
    #expect(SearchText.asked("指物師") == ["指物", "物師"])
    #expect(SearchText.joined("AZ-900 exam") == ["az900"])
  }
}
