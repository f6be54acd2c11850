import Catalogs
import Display
import Foundation
import Interchange
import Learners
import Planning
import Screens
import Storage
import Testing

@testable import cairn

@Suite("Figures at the ends of their bounds")
struct ExtremeFigureTests {
  private typealias Bounds = Learner.Bounds

  /// Sets one figure of a learner.
  private typealias Setting = @Sendable (Int, inout Learner) -> Void

  private static let settings: [(bounds: ClosedRange<Int>, set: Setting)] = [
    (Bounds.minutesPerWeek, { $1.minutesPerWeek = $0 }), (Bounds.atOnce, { $1.atOnce = $0 }),
    (Bounds.keptDeadline, { $1.deadline = $0 }), (Bounds.money, { $1.budget = $0 }), (Bounds.money, { $1.spent = $0 }),
    (Bounds.money, { $1.currentWage = $0 }), (Bounds.money, { $1.weekPrice = $0 }),
    (Bounds.minutes, { $1.begun["saw"] = $0 }),
    (Bounds.minutes, { $1.failed["hammer"] = FailedAttempt(minutesLeft: $0) }),
    (Bounds.money, { $1.mine["fence", default: OwnFigures()].fee = $0 }),
    (Bounds.money, { $1.mine["fence", default: OwnFigures()].monthly = $0 }),
    (Bounds.minutes, { $1.mine["hammer", default: OwnFigures()].workload = $0 }),
    (Bounds.days, { $1.mine["hammer", default: OwnFigures()].days = $0 }), (Bounds.rate, { $1.rates["EUR"] = $0 }),
  ]

  /// Each figure at either end, alone and beside few or many hours a week, and all of them at once.
  private static var learners: [Learner] {
    let start = CalendarDate(dayNumber: 20_500)
    var learners: [Learner] = []
    for minutes in [1, 600, Bounds.minutesPerWeek.upperBound] {
      for (bounds, set) in settings {
        for figure in [bounds.lowerBound, bounds.upperBound] {
          var learner = Learner(minutesPerWeek: minutes, start: start)
          set(figure, &learner)
          learners.append(learner)
        }
      }
      for isUpper in [false, true] {
        var learner = Learner(start: start)
        for (bounds, set) in settings { set(isUpper ? bounds.upperBound : bounds.lowerBound, &learner) }
        learner.minutesPerWeek = minutes
        (learner.budget, learner.deadline) = (nil, nil)
        learners.append(learner)
      }
    }
    return learners
  }

  @Test("are planned with, shown, saved with their pathways and read again")
  func extremes() throws {
    let bench = try CatalogBench()
    let catalog = try CatalogReading.read(paths: [bench.folder.path("catalog.yaml")]).catalog
    let data = bench.folder.url.appendingPathComponent("data")
    let store = try LearnerStore.open(in: data).store
    var saved = 0
    for (number, learner) in Self.learners.enumerated() {
      let request = PlanningRequest(goal: "fence-builder", learner: learner)
      let outcome = Planner().solve(try Problem(request, in: catalog))
      var record = LearnerRecord(name: "\(number)", kept: Profile(learner, startsToday: number % 2 == 0))
      if let pathway = outcome.frontier.first {
        record.pathways.append(
          SavedPathway(
            name: "way", saved: learner.start, request: request, currency: "USD", pathway: pathway, in: catalog))
        record.followed = "way"
        saved += 1
      }
      try store.create(record)
      #expect(try store.learner(record.name)?.record == record, "\(learner)")
      #expect(!LearnerText(record, history: RecordHistory()).lines.isEmpty)
      let exported = try #require(try store.export(record.name))
      let copy = try #require(try store.take(exported, as: "copy", replacing: true))
      #expect(try store.learner(copy)?.record.kept == record.kept, "\(learner)")
      // Each is drawn at one place or another; all of them at both would take a minute.
      for place in [number % 7 == 0 ? "6" : nil, number % 5 == 0 ? "5" : nil].compactMap({ $0 }) {
        let run = ScreenRun(
          catalogs: .held(catalog), size: Size(width: 100, height: 30), glyphs: .unicode, waitsForAll: false)
        let frame = run.frame(after: KeyScript.keys(place)) {
          AppState.opening(
            catalog: catalog, opened: OpenedRecord(record, keeping: .off), size: Size(width: 100, height: 30))
        }
        #expect(frame.text.contains("Cairn"))
      }
    }
    #expect(saved > 40, "\(saved)")
  }
}
