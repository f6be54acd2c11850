import Catalogs
import Display
import Learners
import Planning
import Testing

@testable import Screens

@Suite("Learner")
struct LearnerPlaceTests {
  private func session(_ opened: OpenedRecord = KeptLearner.opened) throws -> Session {
    var session = Session(opened: opened)
    try session.pressAndSettle(.character("6"))
    return session
  }

  private func answer(_ row: LearnerPlace.Row, _ text: String, in session: inout Session) throws {
    var place = LearnerPlace()
    place.selected = row
    session.replace(place)
    try session.pressAndSettle(.enter)
    guard session.state.hasOverlay else { return }
    session.paste(text)
    try session.pressAndSettle(.enter)
  }

  @Test("every figure is set by Enter and what is typed, as a draft that K keeps and D discards")
  func settings() throws {
    let typed: [Setting: (String, String)] = [
      .hours: ("7.5", "7.5"), .atOnce: ("2", "2"), .start: ("2026-02-02", "2 Feb 2026"),
      .budget: ("1,500.50", "1,500.50 EUR"),
      .spent: ("20", "20 EUR"), .deadline: ("180d", "4 Jul 2026"), .weekPrice: ("30", "30 EUR"),
      .wage: ("40000", "40,000 EUR a year"), .estimates: ("", "ruled out"),
    ]
    for setting in Setting.allCases {
      let (text, value) = try #require(typed[setting])
      var session = try session()
      let before = session.state.record
      try answer(.setting(setting), text, in: &session)
      #expect(setting.value(in: session.state.record, currency: "EUR") == value)
      #expect(session.state.record.hasDraft && session.state.record.kept == before.kept)
      var kept = session
      kept.press(.character("K"))
      #expect(!kept.state.record.hasDraft && kept.state.record.kept == session.state.record.current)
      session.press(.character("D"))
      #expect(session.state.record == before)
    }
  }

  @Test(
    "an answer that can't be is refused with its reason and stays to be mended",
    arguments: [
      (Setting.hours, "169"), (.hours, "many"), (.atOnce, "0"), (.start, "2026-02-30"), (.budget, "-1"),
      (.deadline, "2025-01-01"), (.deadline, "soon"), (.wage, "99999999999999999999"),
    ])
  func refused(_ setting: Setting, _ text: String) throws {
    var session = try session()
    let before = session.state.record
    try answer(.setting(setting), text, in: &session)
    #expect(session.state.record == before)
    #expect(session.state.hasOverlay)
    #expect(!session.state.message.isEmpty)
  }

  @Test(
    "what is put into a list stands there, and taking it out again leaves what was before", arguments: Entry.allCases)
  func lists(_ entry: Entry) throws {
    let key = [Entry.known: "routing", .denied: "five years at sea", .rate: "GBP", .note: "1"][entry] ?? "radio"
    let text = [Entry.begun: "3", .own: "fee 10 hours 2", .rate: "1.08", .note: "called"][entry] ?? ""
    var session = try session()
    let before = session.state.record
    if entry == .note {
      try answer(.head(.note), text, in: &session)
    } else {
      let picking = EntryPicking(entry: entry).pick(key, in: session.state)
      try session.take(picking)
      if session.state.hasOverlay {
        session.paste(text)
        try session.pressAndSettle(.enter)
      }
    }
    #expect(session.state.record != before)
    let items = entry.items(of: session.state.record, in: CraftCatalog.catalog, currency: "EUR")
    #expect(items.contains { $0.key == key })
    var place = LearnerPlace()
    place.selected = .item(entry, key)
    session.replace(place)
    try session.pressAndSettle(.character("R"))
    #expect(session.state.record == before)
    #expect((session.state.place as? LearnerPlace)?.selected == .head(entry))
    try session.pressAndSettle(.character("u"), .character("u"))
    #expect(session.state.record == before)
  }

  @Test("a shown pathway is saved, followed, made a favourite, duplicated, asked again and deleted, each undone")
  func pathways() throws {
    var session = Session(opened: KeptLearner.opened)
    try session.settle()
    try session.pressAndSettle(.enter, .character("S"))
    session.paste("by summer")
    try session.pressAndSettle(.enter)
    let shown = try #require(session.state.pathway)
    #expect(session.state.record.pathway("by summer")?.pathway == shown)
    try session.pressAndSettle(.character("F"))
    #expect(session.state.record.followed == "by summer")
    #expect(session.state.record.pathways.count == 1, "what is saved is not saved again")
    try session.pressAndSettle(.character("6"), .tab, .character("*"), .character("Y"), .enter)
    #expect(session.state.record.pathways.map(\.name) == ["by summer", "by summer 2"])
    #expect(session.state.record.pathways.map(\.isFavourite) == [true, false])
    try session.pressAndSettle(.character("R"))
    #expect(session.state.record.pathways.map(\.name) == ["by summer"])
    try session.pressAndSettle(.character("-"), .character("T"))
    #expect(session.state.pathwayPlace?.goal == CraftCatalog.engineer)
    #expect(session.state.pathway == shown, "the same question has the same answer")
    while !session.state.history.done.isEmpty { session.press(.character("u")) }
    try session.settle()
    #expect(session.state.record == KeptLearner.record)
  }

  @Test("names of others stay out of sight until they are typed, and a name nobody bears makes somebody new")
  func others() throws {
    var session = try session()
    #expect(session.press(.character("L")) == [.listLearners])
    session.send(.learners(["Ana 職", "Bruno", "Bea"]))
    #expect(!session.frame.text.contains("Bruno"))
    session.type("b")
    #expect(session.frame.text.contains("Bruno") && session.frame.text.contains("Bea"))
    session.type("ru")
    #expect(session.press(.enter) == [.openLearner("Bruno")])
    session.press(.character("L"))
    session.type("Cleo")
    #expect(session.press(.enter) == [.openLearner("Cleo")])
    session.send(.opened(KeptLearner.opened(LearnerRecord(name: "Cleo", kept: Profile(CraftCatalog.learner)))))
    #expect(session.state.record.name == "Cleo" && session.state.history.done.isEmpty)
    #expect(!session.frame.text.contains("Ana"))
  }

  @Test("a saved pathway gets another name, which follows wherever it was named")
  func renamed() throws {
    var session = Session(opened: KeptLearner.opened)
    try session.settle()
    try session.pressAndSettle(.enter, .character("F"), .character("6"), .tab, .character("M"))
    let name = try #require(session.state.record.pathways.first?.name)
    session.type("Plan B")
    try session.pressAndSettle(.enter)
    #expect(session.state.record.pathways.map(\.name) == ["Plan B"])
    #expect(session.state.record.followed == "Plan B")
    #expect(session.state.message == "\"\(name)\" is \"Plan B\" now")
    try session.pressAndSettle(.character("u"))
    #expect(session.state.record.followed == name && session.state.record.pathways.map(\.name) == [name])
  }

  @Test("whoever leaves with something unsaved is told once and leaves with the second key; Ctrl-C leaves at once")
  func leaving() throws {
    var session = try session(KeptLearner.opened)
    #expect(session.press(.character("q")) == [.quit])
    session.press(.character("+"))
    session.send(.notSaved("not saved: another program is writing"))
    #expect(session.press(.character("q")) == [.saveAgain])
    #expect(session.state.message == "q again leaves without it; not saved: another program is writing")
    #expect(session.press(.control("c")) == [.quit])
    session.press(.down)
    #expect(session.press(.character("q")) == [.saveAgain])
    #expect(session.press(.character("q")) == [.quit])
    session.send(.saved)
    #expect(session.press(.character("q")) == [.quit])
  }

  @Test("what is said is to be read in full, also where it is longer than a line")
  func longMessages() throws {
    var session = try session(KeptLearner.opened)
    let words = (1...40).map { "word\($0)" }
    session.send(.notSaved(words.joined(separator: " ")))
    for word in words { #expect(session.frame.text.contains(word), "\(word)") }
  }

  @Test("history says what was changed when, the latest first")
  func history() throws {
    let change = RecordChange(
      name: "earlier", before: KeptLearner.record, after: KeptLearner.record, moment: 1_767_600_000)
    var opened = KeptLearner.opened
    opened.history.add(change)
    var session = try session(opened)
    try session.pressAndSettle(.character("+"), .character("H"))
    let lines = session.frame.lines
    let first = try #require(lines.firstIndex { $0.contains("11 hours a week") })
    let second = try #require(lines.firstIndex { $0.contains("5 Jan 2026, 08:00 UTC: earlier") })
    #expect(first < second)
  }

  @Test("history has what another Cairn changed meanwhile, too, which undo leaves alone")
  func othersHistory() throws {
    var session = try session(KeptLearner.opened)
    session.press(.character("+"))
    var both = session.state.record
    both.goals.append("weaver")
    let other = RecordChange(
      name: "wished for: Weaver", before: session.state.record, after: both, moment: 1_767_600_000)
    session.send(.merged(both, others: [other]))
    #expect(session.state.message.contains("changed by another Cairn"))
    try session.pressAndSettle(.character("H"))
    #expect(session.frame.text.contains("5 Jan 2026, 08:00 UTC by another Cairn: wished for: Weaver"))
    try session.pressAndSettle(.escape, .character("u"))
    #expect(session.state.record.goals.contains("weaver") && session.state.learner.minutesPerWeek == 600)
  }

  @Test("a catalog that changed since is told in numbers and, one by one, in words")
  func changedSince() throws {
    var session = Session(opened: KeptLearner.opened)
    try session.settle()
    try session.pressAndSettle(.enter, .character("F"))
    let saved = try #require(session.state.record.pathways.first)
    let held = saved.facts.entries.filter { $0.value.fee != nil }.keys.sorted()
    try #require(held.count > 1)
    let other = Catalog(
      headers: CraftCatalog.catalog.headers, providers: CraftCatalog.catalog.providers,
      skills: CraftCatalog.catalog.skills,
      credentials: CraftCatalog.catalog.credentials.map { credential in
        var credential = credential
        if held.prefix(2).contains(credential.id) {
          credential.price.fee = credential.price.fee.map { Figure($0.value + 10_00) }
        }
        if credential.id == held[0] { credential.requires = .condition("five years at sea") }
        return credential
      }, goals: CraftCatalog.catalog.goals)
    var back = Session(other, opened: KeptLearner.opened(session.state.record))
    #expect(back.state.message.contains("\"\(saved.name)\": 2 prices and 1 requirement changed since"))
    #expect(back.state.message.contains("(5 Now)"))
    try back.settle()
    try back.pressAndSettle(.character("6"), .tab)
    #expect(back.frame.text.contains("Since it was saved"))
    #expect(back.frame.text.contains("fee"))
  }
}

extension Session {
  /// Goes to a place as it is given.
  mutating func replace(_ place: any Place) {
    change {
      $0.place = place
      return []
    }
  }

  /// Does what an overlay's answer says.
  mutating func take(_ answer: OverlayAnswer) throws {
    guard case .leave(let next) = answer else { return }
    change { next(&$0) }
    try settle()
  }
}
