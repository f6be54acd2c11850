import Catalogs
import Display
import Library
import Planning
import Testing

@testable import Screens

@Suite("Exploring")
struct ExploreTests {
  private static func explored() -> Session {
    var session = Session()
    session.press(.character("3"))
    return session
  }

  private func place(_ session: Session) throws -> ExplorePlace { try #require(session.state.place as? ExplorePlace) }
  private func found(_ session: Session) throws -> [String] { try place(session).answer.hits.map(\.entry.id) }

  @Test("everything on offer is there, with n of total")
  func everything() throws {
    let session = Self.explored()
    let catalog = CraftCatalog.catalog
    let all = catalog.goals.count + catalog.credentials.count
    #expect(try found(session).count == all)
    #expect(session.frame.text.contains("1 of \(all)"))
  }

  @Test("words narrow with every key; Enter keeps them, Esc leaves what was there before")
  func typing() throws {
    var session = Self.explored()
    let before = try place(session)
    session.press(.character("f"))
    session.type("basi")
    #expect(session.frame.text.contains("words: basi"))
    #expect(session.frame.text.contains("▸   Basics of networks"))
    #expect(session.frame.showsCursor)
    session.press(.escape)
    #expect(try place(session) == before)
    session.press(.character("f"))
    session.type("basi")
    session.press(.enter)
    #expect(try found(session).first == "basics")
    // Words go on where they were left, and go one by one.
    session.press(.character("f"), .backspace, .backspace, .backspace, .backspace, .backspace)
    #expect(try found(session) == before.answer.hits.map(\.entry.id))
    #expect(!session.state.hasOverlay)
  }

  @Test("a chosen value narrows what is found, counts what else there is, and is let go by choosing it again")
  func facets() throws {
    var session = Self.explored()
    session.press(.backTab, .home)
    var kinds: [ExplorePlace.Choice] = []
    for row in ExploreScreen(try place(session), session.state).facetRows where row.facet == .kind {
      if let choice = row.choice { kinds.append(choice) }
    }
    let kind = try #require(kinds.first)
    while try ExploreScreen(place(session), session.state).choice != kind { session.press(.down) }
    let all = try found(session)
    session.press(.enter)
    let kept = try found(session)
    #expect(!kept.isEmpty && kept.count < all.count)
    #expect(kept.allSatisfy { CraftCatalog.catalog.credential($0)?.kind.rawValue == kind.value })
    #expect(session.frame.text.contains("[x] \(kind.value)"))
    #expect(session.state.frame(size: session.state.size).text.contains("Kind: \(kind.value)"))
    let others = try place(session).answer.counts[.kind]?.count
    #expect(others == kinds.count)
    session.press(.enter)
    #expect(try found(session) == all)
    session.press(.enter, .character("w"))
    #expect(try found(session) == all)
    session.press(.character("w"))
    #expect(session.state.message == "nothing narrows what is found")
  }

  @Test("what the details name is followed, as far as one likes, and back step by step")
  func following() throws {
    var session = Self.explored()
    session.press(.character("f"))
    session.type("basics")
    session.press(.enter, .tab)
    let first = try #require(try place(session).subject)
    var trail: [String] = [first]
    for _ in 0..<40 where trail.count < 3 {
      let before = try place(session).subject
      session.press(.down)
      let screen = ExploreScreen(try place(session), session.state)
      let link = try place(session).reader.link(in: screen.detailLines(width: screen.detailsRoom.width))
      guard case .credential = link else { continue }
      session.press(.enter)
      if let now = try place(session).subject, now != before { trail.append(now) }
    }
    #expect(trail.count > 1)
    for id in trail.dropLast().reversed() {
      session.press(.escape)
      #expect(try place(session).subject == id)
    }
    session.press(.escape)
    #expect(try place(session).pane == .results)
  }

  @Test("Enter opens the pathways to what is selected, and [ leads back to it as it was left")
  func opening() throws {
    var session = Self.explored()
    session.press(.character("f"))
    session.type("basics")
    session.press(.enter)
    let left = try place(session)
    session.press(.enter)
    #expect(session.state.placeID == .pathway && session.state.goal?.id == "basics")
    session.press(.character("["))
    #expect(try place(session) == left)
  }

  @Test("what is selected is pinned, excluded and marked as earned from here, and says so")
  func changing() throws {
    var session = Self.explored()
    session.press(.character("f"))
    session.type("basics")
    session.press(.enter, .character("p"))
    #expect(session.state.learner.pinned == ["basics"])
    #expect(session.frame.text.contains("▸ ! Basics of networks"))
    session.press(.character("x"))
    #expect(session.state.learner.excluded == [.credential("basics")])
    #expect(session.frame.text.contains("▸ ✗ Basics of networks"))
    session.press(.character("u"), .character("e"))
    #expect(session.state.learner.earned.keys.contains("basics"))
    #expect(session.frame.text.contains("▸ ✓ Basics of networks"))
    #expect(try place(session).selected == "basics")
  }

  @Test("sorting goes through every order and keeps what is selected")
  func sorting() throws {
    var session = Self.explored()
    session.press(.down, .down)
    let selected = try place(session).selected
    var orders: [LibraryQuery.Order] = []
    for _ in LibraryQuery.Order.allCases {
      session.press(.character("s"))
      orders.append(try place(session).query.order)
      #expect(try place(session).selected == selected)
    }
    #expect(Set(orders).count == LibraryQuery.Order.allCases.count)
  }
}
