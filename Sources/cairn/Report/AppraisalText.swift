import Appraisal
import Catalogs
import Display
import Wording

/// What `cairn show` says of standing, vouching, demand and of other ways to the same skill.
struct AppraisalText {
  let catalog: Catalog
  let today: CalendarDate
  let width: Int

  func parts(of credential: Credential) -> [[String]] {
    [
      section("What the figures rest on", standing(credential)),
      section("By the European description of a micro-credential", description(credential)),
      section("Wanted", demand(credential)), section("Before buying it", warnings(credential)),
    ]
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

  // MARK: Of a credential

  private func standing(_ credential: Credential) -> [String] {
    FigureName.allCases.filter { credential.figure($0) != nil }.map { name in
      let standing = catalog.standing(of: name, in: credential)
      let age = standing.source.map { source in
        source.read.map { ", \(Sentences.age(of: $0, today: today)): \(Freshness(read: $0, today: today).rawValue)" }
          ?? ", on a day not said"
      }
      return "\(AppraisalText.word(name)): \(Sentences.word(standing.grade))\(age ?? "")"
    }
  }

  private func description(_ credential: Credential) -> [String] {
    let description = SelfDescription(of: credential, in: catalog)
    func words(_ elements: [DescribedElement]) -> String { Amounts.list(elements.map { Sentences.word($0) }) }
    let told = DescribedElement.allCases.filter(description.told.contains)
    return [
      "tells \(told.count) of \(DescribedElement.allCases.count): \(words(told))",
      description.silent.isEmpty ? "" : "is silent about \(words(description.silent))",
      credential.checksIdentity.map { $0 ? "identity is checked" : "identity is not checked" } ?? "",
      Vouching(of: credential, in: catalog).isVouchedFor ? "" : "nobody outside its provider vouches for it",
    ].filter { !$0.isEmpty }
  }

  private func demand(_ credential: Credential) -> [String] {
    let skills = Demand(catalog).skills(of: credential)
    let asked = skills.filter { $0.goals > 0 }.map {
      "\(catalog.skillName($0.skill)): \(Amounts.count($0.goals, "goal"))"
    }
    let idle = skills.filter { $0.goals == 0 }.map { catalog.skillName($0.skill) }
    return asked + (idle.isEmpty ? [] : ["no goal asks for \(Amounts.list(idle, "or"))"])
  }

  private func warnings(_ credential: Credential) -> [String] {
    let containers = catalog.containers(of: credential).prefix(4).map {
      "\($0.title) (\($0.id)) teaches all it does and more, without asking for it"
    }
    let better = catalog.dominators(of: credential).prefix(4).map {
      "\(catalog.title($0.credential)) (\($0.credential)) gives the same skills for no more money, study or upkeep"
    }
    return containers + better
  }

  // MARK: Of a skill

  private func table(_ equivalents: Equivalents) -> [String] {
    var table = TextTable(columns: [
      .left("credential", least: 16), .right("cost"), .right("hours"), .right("five years"), .left("vouched"),
      .left("first"),
    ])
    for way in equivalents.ways {
      let price = way.cost.map { Amounts.money($0, isShort: true) + " " + way.currency }
      table.rows.append([
        way.credential, price ?? "?", way.minutes.map(Amounts.hours) ?? "?",
        way.fiveYears.map { Amounts.money($0, isShort: true) } ?? "?", way.isVouchedFor ? "yes" : "no",
        way.needsOthers ? "needs others" : "",
      ])
    }
    return table.lines(width: width)
  }

  private func dominated(_ equivalents: Equivalents) -> [String] {
    equivalents.ways.flatMap { way -> [String] in
      guard let better = equivalents.dominator(of: way) else { return [] }
      return wrapped(
        "\(way.credential) is dominated by \(better.credential): at least its skills, for no more money, study or upkeep, "
          + "vouched for no less")
    }
  }

  // MARK: Layout

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.flatMap(wrapped)
  }

  private func wrapped(_ text: String) -> [String] {
    DisplayWidth.wrapped(text, to: max(20, width - 4)).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }

  static func word(_ name: FigureName) -> String {
    switch name {
    case .fee: return "price"
    case .monthly: return "monthly price"
    case .effort: return "study"
    case .duration: return "length"
    case .renewalFee: return "price of renewal"
    case .renewalEffort: return "study for renewal"
    case .retakeFee: return "price of a retake"
    }
  }
}
