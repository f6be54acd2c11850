import Appraisal
import Catalogs
import Planning
import Wording

/// The rows of two or three pathways beside each other.
struct PathwayComparison {
  let columns: [ComparedPathway]
  let catalog: Catalog

  /// What differs between the questions stands before the answers, what doesn't after them.
  var rows: [CompareRow] {
    let settings = settings
    return [goals] + settings.filter { !$0.isSame } + figures + rests + settings.filter(\.isSame)
      + [.heading("Steps, and when each is held")] + steps
  }

  private func goal(_ column: ComparedPathway) -> Goal? { catalog.destination(column.goal) }

  private var goals: CompareRow {
    .words("goal", columns.map { goal($0)?.title ?? $0.goal }, links: columns.map { .goal($0.goal) })
  }

  // MARK: For whom

  private var settings: [CompareRow] {
    let learners = columns.map(\.learner)
    let rows = [
      CompareRow.words("hours a week", learners.map { Amounts.hours($0.minutesPerWeek) }),
      .words("at once", learners.map { Amounts.grouped($0.atOnce) }),
      .words("from", learners.map { Amounts.date($0.start) }),
    ]
    let others = learners.map(otherSettings)
    return Set(others).count > 1 ? rows + [.words("settings", others)] : rows
  }

  /// What else may tell two learners apart, in a few words.
  private func otherSettings(_ learner: Learner) -> String {
    var words: [String] = []
    func note(_ count: Int, _ word: String) { if count > 0 { words.append("\(count) \(word)") } }
    note(learner.earned.count, "earned")
    note(learner.excluded.count, "excluded")
    note(learner.pinned.count, "pinned")
    note(learner.waived.count, "waived")
    note(learner.denied.count, "denied")
    if let budget = learner.budget { words.append("budget \(Amounts.money(budget, isShort: true))") }
    if let deadline = learner.deadline { words.append("by \(Amounts.date(learner.start + deadline))") }
    return words.isEmpty ? "nothing else" : words.joined(separator: ", ")
  }

  // MARK: Figures

  private var figures: [CompareRow] {
    let pathways = columns.map(\.pathway)
    let hasOneCurrency = Set(columns.map(\.currency)).count < 2
    let firsts = pathways.map { $0.steps.map(\.finish).min() }
    let loads = columns.map { WeekLoad($0.pathway, week: $0.learner.minutesPerWeek).most }
    return [
      .figures(
        "cost", pathways.map(\.cost), columns.map { cost($0.pathway.cost, $0) }, isComparable: hasOneCurrency
      ) { "\(Amounts.money($0, isShort: true)) less" },
      .words("price range", columns.map(range)),
      .figures("weeks", pathways.map(\.days), pathways.map { Amounts.weeks($0.days) }) {
        "\(Amounts.weeks($0)) weeks less"
      },
      .figures("done by", columns.map { end($0).dayNumber }, columns.map { Amounts.date(end($0)) }) {
        "\(Amounts.count($0, "day")) sooner"
      },
      .figures("study hours", pathways.map(\.minutes), pathways.map { Amounts.hours($0.minutes) }) {
        "\(Amounts.hours($0)) h less"
      },
      .figures("fullest week", loads, loads.map { "\(Amounts.hours($0)) h" }) { "\(Amounts.hours($0)) h less" },
      .figures("steps", pathways.map(\.steps.count), pathways.map { Amounts.grouped($0.steps.count) }) {
        "\(Amounts.grouped($0)) fewer"
      },
      .figures(
        "first award", zip(columns, firsts).map { column, day in day.map { (column.learner.start + $0).dayNumber } },
        zip(columns, firsts).map { column, day in day.map { Amounts.date(column.learner.start + $0) } ?? "none" }
      ) { "\(Amounts.count($0, "day")) sooner" },
    ] + wages(hasOneCurrency)
  }

  private func end(_ column: ComparedPathway) -> CalendarDate { column.learner.start + column.pathway.days }

  private func cost(_ cents: Int, _ column: ComparedPathway) -> String {
    (column.pathway.isAtLeast ? "at least " : "") + "\(Amounts.money(cents)) \(column.currency)"
  }

  private func range(_ column: ComparedPathway) -> String {
    let range = column.pathway.costRange
    guard range.lowerBound < range.upperBound else { return "exact" }
    return "\(Amounts.money(range.lowerBound, isShort: true)) to \(Amounts.money(range.upperBound, isShort: true))"
  }

  private func wages(_ hasOneCurrency: Bool) -> [CompareRow] {
    let changes = columns.map { column in
      goal(column).flatMap { WageChange(column.pathway, to: $0, learner: column.learner, currency: column.currency) }
    }
    guard changes.contains(where: { $0 != nil }) else { return [] }
    return [
      .figures(
        "wage then", changes.map { $0?.then },
        zip(changes, columns).map { change, column in
          change.map { "\(Amounts.money($0.then, isShort: true)) \(column.currency)" } ?? "not known"
        }, prefersMost: true, isComparable: hasOneCurrency
      ) { "\(Amounts.money($0, isShort: true)) more" },
      paybacks,
    ]
  }

  /// By the most months it may take.
  private var paybacks: CompareRow {
    let paybacks = columns.map { column in
      goal(column).flatMap { Payback(column.pathway, to: $0, learner: column.learner, currency: column.currency) }
    }
    let cells = zip(columns, paybacks).map { column, payback -> String in
      switch payback {
      case .months(let range):
        let least = column.pathway.isAtLeast ? "at least " : ""
        return least
          + (range.lowerBound == range.upperBound
            ? Amounts.count(range.upperBound, "month") : "\(range.lowerBound) to \(range.upperBound) months")
      case .never: return "never"
      case .noRate, nil: return "not known"
      }
    }
    return .figures("paid back in", paybacks.map { $0?.months?.upperBound }, cells) {
      "\(Amounts.count($0, "month")) sooner"
    }
  }

  // MARK: What it rests on

  private var rests: [CompareRow] {
    let standings = columns.map { PathwayStanding(of: $0.pathway, learner: $0.learner, in: catalog) }
    let guesses = columns.map { column in column.pathway.steps.count { $0.isEstimate || $0.isAtLeast } }
    return [
      .figures("estimates", guesses, guesses.map { $0 == 0 ? "none" : Amounts.count($0, "step") }) {
        "\(Amounts.grouped($0)) fewer"
      },
      seen("cost seen", standings.map(\.cost)), seen("study seen", standings.map(\.minutes)),
      .figures(
        "oldest figure", standings.map { $0.oldest?.dayNumber },
        standings.map { $0.oldest.map { "read \(Amounts.date($0))" } ?? "none was seen" }, prefersMost: true
      ) { "\(Amounts.count($0, "day")) newer" },
      .words("proof", columns.map { $0.isProven ? "proven" : "best so far" }),
    ]
  }

  /// How many percent were seen anywhere.
  private func seen(_ name: String, _ totals: [[Grade: Int]]) -> CompareRow {
    let shares = totals.map { PathwayStanding.percents($0) }
    let percents = shares.map { shares -> Int? in
      shares.isEmpty ? nil : shares.filter { $0.grade <= .elsewhere }.reduce(0) { $0 + $1.percent }
    }
    return .figures(name, percents, percents.map { $0.map { "\($0) %" } ?? "nothing to see" }, prefersMost: true) {
      "\($0) % more"
    }
  }

  // MARK: Steps

  /// Every credential of any pathway, in the order in which the first to take it holds it.
  private var steps: [CompareRow] {
    var ids: [String] = []
    for step in columns.flatMap({ $0.pathway.steps }) where !ids.contains(step.credential) {
      ids.append(step.credential)
    }
    return ids.map { id in
      let steps = columns.map { $0.pathway.step(id) }
      let having = steps.indices.filter { steps[$0] != nil }
      let cells = zip(columns, steps).map { column, step in
        step.map { Amounts.date(column.learner.start + $0.finish) } ?? "-"
      }
      return CompareRow(
        name: catalog.title(id), cells: cells, better: nil, verdict: CompareRow.having(having, of: columns.count),
        isSame: having.count == columns.count, links: columns.map { _ in .credential(id) })
    }
  }
}
