import Catalogs
import Foundation
import Planning
import Screens
import Testing
import Wording

@testable import cairn

@Suite("A page to take home")
struct ExportTests {
  private func run(_ arguments: String..., in bench: CatalogBench) throws -> CommandRun {
    try CommandRun(
      ["export", "fence-builder", "--start", "2090-01-02", "--catalog", "catalog.yaml"] + arguments, in: bench.folder)
  }

  @Test(
    "says what to do first, each step with dates and reason, the money by month, the other ways, and what it rests on")
  func markdown() throws {
    let page = try run(in: CatalogBench()).output
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(
      headings == [
        "In short", "The first week", "The steps", "Why each step", "Money by month", "Other ways that were weighed",
        "If an exam is failed", "What this rests on",
      ])
    #expect(page.hasPrefix("# \(SmallCatalog.goalTitle)\n"))
    #expect(page.contains("| Säge – Abschluss |") || page.contains("| Sawing in a hurry |"))
    #expect(page.contains("teaches Sawing, for Fence certificate"))
    #expect(page.contains(": this page"))
  }

  @Test("the last month's total is the pathway's cost, whichever pathway it is")
  func total() throws {
    let bench = try CatalogBench()
    for point in ["cheapest", "fastest", "chosen", "1", "2"] {
      let page = try run("--pathway", point, in: bench).output
      let cost = try #require(page.firstMatch(of: /\*\*Cost\*\*: ([0-9.,]+) USD/)?.1)
      let total = try #require(page.matches(of: /\| [A-Z][a-z]{2} 20\d\d \| [0-9.,]+ \| ([0-9.,]+) \|/).last?.1)
      #expect(total == cost, "\(point)")
    }
    #expect(try run("--pathway", "9", in: bench).status == 64)
  }

  @Test("fits two printed pages, and no line is wider than paper")
  func printed() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["export", "junior-security-analyst", "--start", "2027-01-04", "--format", "text"], in: folder)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 2 * 66)
    #expect(lines.allSatisfy { $0.count <= TextPage.width || $0.contains("://") })
  }

  @Test("a catalog's text stays text in every format")
  func hostile() throws {
    let title = #"<b>&amp;</b> | *x* `y` ~~z~~ \e[31m;DROP,"=1+1""#
    let yaml = SmallCatalog.text.replacingOccurrences(
      of: "title: Fence certificate", with: "title: '=\(title)\n      BEGIN:VALARM'")
    let bench = try CatalogBench(yaml.replacingOccurrences(of: #"\e"#, with: "\u{1B}"))
    func export(_ format: String) throws -> String { try run("--format", format, in: bench).output }
    let html = try export("html")
    #expect(html.contains("&lt;b&gt;&amp;amp;") && !html.contains("<b>"))
    let markdown = try export("markdown")
    #expect(markdown.contains(#"\<b\>\&amp;\</b\> \| \*x\* \`y\` \~\~z\~\~"#))
    #expect(try export("csv").contains(#","'=<b>&amp;</b> | *x*"#))
    let calendar = try export("ics")
    #expect(calendar.contains(#"\;DROP\,"#) && !calendar.contains("\nBEGIN:VALARM"))
    for format in HandoutFormat.allCases where format != .json {
      #expect(!(try export(format.rawValue).contains("\u{1B}")), "\(format)")
    }
  }

  @Test("the calendar's lines are folded, and each thing in it has whole days and a name of its own")
  func calendar() throws {
    let text = try run("--format", "ics", in: CatalogBench()).output
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.first == "BEGIN:VCALENDAR" && text.contains("END:VCALENDAR"))
    let names = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(names).count == names.count && names.count == lines.count { $0 == "BEGIN:VEVENT" })
    #expect(lines.contains("DTSTART;VALUE=DATE:20900102"))
  }

  @Test("json is the object of cairn plan, and csv has a row a step")
  func programs() throws {
    let bench = try CatalogBench()
    let json = try run("--format", "json", in: bench).object()
    let steps = try #require(
      ((json["frontier"] as? [[String: Any]])?[json["chosen"] as? Int ?? 0])?["steps"] as? [[String: Any]])
    let rows = try run("--format", "csv", in: bench).output.split(whereSeparator: \.isNewline)
    #expect(rows.count == steps.count + 1)
  }

  @Test("a file's name says its format; one that is there stays without --force")
  func files() throws {
    let bench = try CatalogBench()
    #expect(try run("-o", "page.html", in: bench).status == 0)
    #expect(bench.folder.text(of: "page.html")?.hasPrefix("<!DOCTYPE html>") == true)
    let again = try run("-o", "page.html", in: bench)
    #expect(again.status == 73 && again.errors.contains("is there already"))
    #expect(try run("-o", "page.html", "--format", "text", "--force", in: bench).status == 0)
    #expect(bench.folder.text(of: "page.html")?.hasPrefix(SmallCatalog.goalTitle) == true)
  }

  @Test("where there is no pathway the page says what would have to change")
  func noPathway() throws {
    let run = try run("--budget", "80", "--deadline", "3w", in: CatalogBench())
    #expect(run.status == 3)
    #expect(run.output.contains("The smallest changes") && run.output.contains("a budget of 125.00 USD"))
  }

  @Test(
    "from the screen no file is ever replaced: a name that was proposed gets a number, one that was typed is refused")
  func fromScreen() throws {
    let folder = try TemporaryFolder()
    let page = Handout.empty
    func write(_ isProposal: Bool) -> String {
      let file = HandoutFile(path: folder.path("page.md"), isProposal: isProposal)
      guard case .told(let text) = HandoutWriting.write(page, to: file) else { return "" }
      return text
    }
    #expect(write(false) == "written to \(folder.path("page.md"))")
    #expect(write(true) == "written to \(folder.path("page-2.md"))")
    #expect(write(true) == "written to \(folder.path("page-3.md"))")
    #expect(write(false).hasPrefix("not written"))
  }

  @Test("from the screen a page that names somebody can be read by its owner alone")
  func mode() throws {
    let folder = try TemporaryFolder()
    var page = Handout.empty
    page.isPersonal = true
    _ = HandoutWriting.write(page, to: HandoutFile(path: folder.path("hers.md"), isProposal: false))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("hers.md"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}

extension Handout {
  /// A page about nothing.
  fileprivate static var empty: Handout {
    let request = PlanningRequest.stub(1)
    return Handout(
      HandoutSubject(
        goals: [], learner: request.learner, outcome: .stub(request), pathway: nil, catalog: .init(headers: []),
        today: request.learner.start))
  }
}
