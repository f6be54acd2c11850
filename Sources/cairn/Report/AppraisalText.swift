import Appraisal
import Catalogs
import Display
import Wording

/// What `cairn show` says of standing, vouching, demand and of other ways to the same skill.
struct AppraisalText {
  let catalog: Catalog
  let today: CalendarDate
  let width: Int
  /// As `CredentialWorth` takes it.
  var extent: (known: Int, all: Int)?

  func parts(of credential: Credential) -> [[String]] {
    sections(worth.passages(credential))
  }

  private var worth: CredentialWorth {
    CredentialWorth(catalog: catalog, demand: Demand(catalog), today: today, extent: extent)
  }

  /// One part for each heading.
  func sections(_ passages: [Passage]) -> [[String]] {
    passages.reduce(into: [[String]]()) { parts, passage in
      if passage.isHeading {
        parts.append([passage.text])
      } else if !parts.isEmpty {
        let id = passage.about.map { " (\($0))" } ?? ""
        parts[parts.count - 1] += wrapped(passage.text + id)
      }
    }
  }

  func parts(ofSkill skill: String) -> [[String]] {
    let equivalents = Equivalents(skill: skill, in: catalog)
    let asking = Demand(catalog).goals(askingFor: skill)
    let demand = asking == 0 ? "no goal asks for it" : "asked for by \(Amounts.count(asking, "goal"))"
    return [
      section("Wanted", [demand]),
      equivalents.ways.count < 2 ? [] : ["Ways to it, side by side"] + table(equivalents) + dominated(equivalents),
    ]
  }

  // MARK: Of a skill

  private func table(_ equivalents: Equivalents) -> [String] {
    var table = TextTable(columns: [
      .left("credential", least: 16), .right("cost"), .right("hours"), .right("five years"), .left("vouched"),
      .left("first"),
    ])
    for way in equivalents.ways {
      let mark = way.isCostEstimated ? "~" : ""
      let price = way.cost.map { mark + Amounts.money($0, isShort: true) + " " + way.currency }
      table.rows.append([
        way.credential, price ?? "?", way.minutes.map(Amounts.hours) ?? "?",
        way.fiveYears.map { mark + Amounts.money($0, isShort: true) } ?? "?", way.isVouchedFor ? "yes" : "no",
        way.needsOthers ? "needs others" : "",
      ])
    }
    return table.lines(width: width)
  }

  private func dominated(_ equivalents: Equivalents) -> [String] {
    let worth = worth
    return equivalents.ways.flatMap { way -> [String] in
      guard let better = equivalents.dominator(of: way), let reason = worth.advantage(of: better, over: way) else {
        return []
      }
      return wrapped("\(way.credential) is beaten by \(better.credential): \(reason)")
    }
  }

  // MARK: Layout

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.flatMap(wrapped)
  }

  private func wrapped(_ text: String) -> [String] {
    DisplayWidth.wrapped(text, to: max(20, width - 4)).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }
}
