import Foundation
import Testing

@Suite("cairn plan explains")
struct PlanQuestionTests {
  private func object(_ arguments: String...) throws -> [String: Any] {
    let bench = try CatalogBench()
    return try CommandRun(
      ["plan", "fence-builder", "--start", "2026-01-05", "--format", "json", "--catalog", "catalog.yaml"] + arguments,
      in: bench.folder
    ).object()
  }

  @Test("--without and --what-if tell the difference to a plan that was made, --why of what isn't a step its price")
  func differences() throws {
    let without = try #require((try object("--without", "saw")["without"] as? [[String: Any]])?.first)
    let cheapest = try #require(without["cheapest"] as? [String: Any])
    #expect(cheapest["cost"] as? Double == 50 && cheapest["days"] as? Int == -8)
    #expect(cheapest["added"] as? [String] == ["quick-saw"] && cheapest["dropped"] as? [String] == ["saw"])
    let changed = try object("--what-if", "exclude=saw", "--what-if", "hours-per-week=20")
    let fresh = try object("--exclude", "saw", "--hours-per-week", "20")
    let frontier = try #require((changed["whatIf"] as? [String: Any])?["frontier"] as? [[String: Any]])
    #expect(frontier as NSArray == fresh["frontier"] as? NSArray)
    let why = try #require(try object("--why", "quick-saw", "--why", "hammer")["why"] as? [[String: Any]])
    #expect(why.map { $0["isStep"] as? Bool } == [true, false])
    #expect(why.last?["credential"] as? String == "quick-saw")
    #expect((why.last?["cheapest"] as? [String: Any])?["cost"] as? Double == 50)
  }

  @Test("keys come only with their options, and nothing else changes")
  func keys() throws {
    let plain = try object()
    let asked = try object("--explain", "--alternatives", "2", "--without", "saw")
    #expect(Set(asked.keys).subtracting(plain.keys) == ["explanations", "alternatives", "without"])
    for key in plain.keys where key != "statistics" {
      #expect((plain[key] as? NSObject) == (asked[key] as? NSObject), "\(key)")
    }
    let explanations = try #require(asked["explanations"] as? [String: Any])
    let months = try #require(explanations["months"] as? [[String: Any]])
    #expect(months.compactMap { $0["amount"] as? Double }.reduce(0, +) == 75)
    let critical = try #require(explanations["critical"] as? [String])
    #expect(Set(critical) == ["hammer", "saw", "fence"] && critical.last == "fence")
    #expect((explanations["nearGoals"] as? [[String: Any]])?.first?["reached"] as? Bool == true)
    #expect(explanations["nearGoalsNotLookedAt"] as? Int == 0 && explanations["failuresNotLookedAt"] as? Int == 0)
    let failed = try #require((explanations["failures"] as? [[String: Any]])?.last)
    #expect(failed["credential"] as? String == "fence" && failed["cost"] as? Double == 25)
    // Six hours at ten a week.
    #expect(failed["days"] as? Int == 5 && (failed["resit"] as? [String: Any])?["days"] as? Int == 0)
  }

  @Test("where nothing is possible the smallest changes are told, and following any of them makes it possible")
  func smallest() throws {
    let conflict = try #require(try object("--budget", "80", "--deadline", "3w")["infeasible"] as? [String: Any])
    let smallest = try #require(conflict["smallest"] as? [String: Any])
    let alone = try #require(smallest["alone"] as? [[String: Any]])
    #expect(alone.map { $0["settings"] as? [String] } == [["budget=125.00"], ["deadline=28d"], ["hours-per-week=14"]])
    for change in alone {
      let settings = try #require(change["settings"] as? [String])
      let after =
        try object(
          ["--budget", "80", "--deadline", "3w"] + settings.flatMap { ["--what-if", $0] })["whatIf"] as? [String: Any]
      #expect(after?["status"] as? String == "optimal", "\(settings)")
    }
    let text = try CatalogBench().run("plan", "fence-builder", "--budget", "80", "--deadline", "3w").output
    #expect(text.contains("Any one of these would do\n  a budget of 125.00 USD (45.00 USD more)"))
  }

  @Test("an earlier start is among them while there is time until then, and a deadline stays the date it was")
  func earlier() throws {
    let (start, limits) = ("2099-01-05", ["--deadline", "2w"])
    let conflict = try #require(try object(limits, start: start)["infeasible"] as? [String: Any])
    let smallest = try #require(conflict["smallest"] as? [String: Any])
    let alone = try #require(smallest["alone"] as? [[String: Any]])
    #expect(alone.compactMap { ($0["settings"] as? [String])?.first }.last == "start=2098-12-30")
    let after = try object(limits + ["--what-if", "start=2098-12-30"], start: start)["whatIf"] as? [String: Any]
    #expect(after?["status"] as? String == "optimal")
    let text = try CommandRun(
      ["plan", "fence-builder", "--start", start] + limits + ["--catalog", "catalog.yaml"], in: CatalogBench().folder
    ).output
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("a start on 30 Dec 2098 (6 days earlier): 125.00 USD, 2.9 weeks, until 19 Jan 2099"))
  }

  @Test("with another first day, what is told is the day on which it would be done")
  func otherStart() throws {
    let text = try CatalogBench().run(
      "plan", "fence-builder", "--start", "2026-01-05", "--what-if", "start=2026-03-02"
    ).output
    #expect(text.contains("would be done on 30 Mar 2026 instead of 2 Feb 2026"))
  }

  private func object(_ arguments: [String], start: String = "2026-01-05") throws -> [String: Any] {
    let bench = try CatalogBench()
    return try CommandRun(
      ["plan", "fence-builder", "--start", start, "--format", "json", "--catalog", "catalog.yaml"] + arguments,
      in: bench.folder
    ).object()
  }

  @Test(
    "a name or setting that means nothing is 64, with the nearest",
    arguments: [
      ("--why", "quicksaw", "quick-saw"), ("--without", "hamer", "hammer"), ("--what-if", "exclude=fense", "fence"),
      ("--what-if", "knows=sawng", "sawing"), ("--what-if", "hours-per-wek=3", "hours-per-week"),
    ])
  func nearest(option: String, value: String, meant: String) throws {
    let run = try CatalogBench().run("plan", "fence-builder", option, value)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("did you mean \"\(meant)\"?"))
  }

  @Test("goals are ranked by how near they are: by money, days or steps left; the catalogs' order can be had")
  func goals() throws {
    let bench = try CatalogBench()
    func order(_ arguments: String...) throws -> [String?] {
      let run = try CommandRun(
        ["goals", "--format", "json", "--catalog", "catalog.yaml"] + arguments, in: bench.folder)
      return try #require(run.json() as? [[String: Any]]).map { $0["id"] as? String }
    }
    #expect(try order() == ["carpenter", "fence-builder"])
    #expect(try order("--sort", "catalog") == ["fence-builder", "carpenter"])
    #expect(try order("--sort", "left", "--waive", "fence") == ["fence-builder", "carpenter"])
    #expect(try order("--sort", "fastest", "--waive", "fence") == ["fence-builder", "carpenter"])
    #expect(try order("--exclude", "hammer") == ["fence-builder", "carpenter"])
  }
}
