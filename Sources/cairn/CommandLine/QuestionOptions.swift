import ArgumentParser
import Catalogs
import Library
import Planning
import Wording

/// What is to be explained about a plan.
struct QuestionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why a credential is a step, or what it would cost if it were; repeatable.", valueName: "id"))
  var why: [String] = []
  @Option(help: ArgumentHelp("What doing without a credential costs; repeatable.", valueName: "id"))
  var without: [String] = []
  @Option(
    help: ArgumentHelp(
      "What other settings would change, all of them together: hours-per-week=12, exclude=cka, budget=none; repeatable.",
      valueName: "setting=value"))
  var whatIf: [String] = []
  @Option(
    help: ArgumentHelp(
      "Other ways than the chosen one: so many as good as it, and so many that come next.", valueName: "count"))
  var alternatives: Int?
  @Option(
    help: ArgumentHelp(
      "Other goals within so much money, so much time, or both, from the end of the chosen pathway: 300, 8w or 300,8w.",
      valueName: "amount|weeks|days"))
  var near: ReachArgument?
  @Flag(
    help:
      "Money by month, what stopping early keeps, what lapses, failed exams, near goals, and what sets the last day.")
  var explain = false

  /// Texts in which ids stand.
  var named: [String] { why + without + whatIf.map { String($0.drop { $0 != "=" }.dropFirst()) } }

  func validate() throws {
    if let alternatives, !(1...100).contains(alternatives) {
      throw ValidationError("--alternatives must be between 1 and 100.")
    }
  }

  /// Every name in them borne by something in the catalog.
  func asked(in catalog: Catalog, _ learner: Learner) throws(Failure) -> AskedQuestions {
    let names = Names(catalog)
    var asked = AskedQuestions(alternatives: alternatives ?? 0, isExplained: explain, reach: near?.reach)
    asked.why = try why.map { written throws(Failure) in try names.credential(written, "--why") }
    asked.without = try without.map { written throws(Failure) in try names.credential(written, "--without") }
    for text in whatIf {
      do {
        asked.whatIf.append(try SettingText(catalog: catalog, learner: learner).change(text))
      } catch {
        throw .usage("--what-if: \(error.sentence)")
      }
    }
    return asked
  }
}

/// The same in ids.
struct AskedQuestions {
  var why: [String] = []
  var without: [String] = []
  var whatIf: [SettingChange] = []
  var alternatives = 0
  var isExplained = false
  /// How far from the end of the chosen pathway other goals are looked for.
  var reach: Neighbourhood?
  /// What failing each step once costs, without the rest of what is explained.
  var wantsSetbacks = false
}

extension Names {
  /// The id of a credential named by its id or its title.
  func credential(_ written: String, _ option: String) throws(Failure) -> String {
    if let found = catalog.credential(written) { return found.id }
    let titled = catalog.credentials.filter { SearchText.folded($0.title) == SearchText.folded(written) }
    if titled.count == 1 { return titled[0].id }
    throw unknownCredential(written, option)
  }
}
