import Appraisal
import Catalogs

/// What is to be said of a credential besides its terms: on what its figures rest, who vouches, what it is good for, and
/// what else there is. Silent where nothing is known, but for what one would expect to be known.
public struct CredentialWorth {
  public var catalog: Catalog
  public var demand: Demand
  public var today: CalendarDate
  /// Of how many credentials something was found of their holders, and how many there are.
  public var extent: (known: Int, all: Int)

  /// - Parameter extent: as `Evidence.extent` has it; counted where it isn't given.
  public init(catalog: Catalog, demand: Demand, today: CalendarDate, extent: (known: Int, all: Int)? = nil) {
    (self.catalog, self.demand, self.today) = (catalog, demand, today)
    self.extent = extent ?? Evidence.extent(in: catalog)
  }

  /// In the order in which it helps to choose.
  public func passages(_ credential: Credential) -> [Passage] {
    section("Before buying it", warnings(credential)) + section("Vouched for by", vouching(credential))
      + section("Skills that goals ask for", wanted(credential)) + section("How its holders fare", evidence(credential))
      + others(credential) + section("What the figures rest on", standing(credential))
      + section("By the European description of a micro-credential", description(credential))
  }

  /// Which of its ten elements are told, and on which the entry keeps silent.
  public func description(_ credential: Credential) -> [Passage] {
    let description = SelfDescription(of: credential, in: catalog)
    func words(_ elements: [DescribedElement]) -> String { Amounts.list(elements.map { Sentences.word($0) }) }
    let told = DescribedElement.allCases.filter(description.told.contains)
    let sentences = [
      "tells \(told.count) of \(DescribedElement.allCases.count): \(words(told))",
      description.silent.isEmpty ? nil : "is silent about \(words(description.silent))",
      credential.assessment.map { "assessed by: \($0)" }, credential.checksIdentity.map(CredentialWorth.identity),
    ]
    return sentences.compactMap { $0.map { Passage($0) } }
  }

  public static func identity(_ isChecked: Bool) -> String {
    isChecked ? "identity is checked" : "identity is not checked"
  }

  public func section(_ title: String, _ passages: [Passage]) -> [Passage] {
    passages.isEmpty ? [] : [.heading(title)] + passages
  }

  /// Figure by figure: `price: seen elsewhere, read 3 Jul 2024, 28 months ago: outdated`.
  public func standing(_ credential: Credential) -> [Passage] {
    FigureName.allCases.filter { credential.figure($0) != nil }.map { name in
      let standing = catalog.standing(of: name, in: credential)
      let age = standing.source.map { source in
        source.read.map { ", \(Sentences.age(of: $0, today: today)): \(Freshness(read: $0, today: today).rawValue)" }
          ?? ", on a day not said"
      }
      return Passage("\(Sentences.word(name)): \(Sentences.word(standing.grade))\(age ?? "")")
    }
  }

  public func vouching(_ credential: Credential) -> [Passage] {
    let vouching = Vouching(of: credential, in: catalog)
    let provider = catalog.providerName(credential.provider)
    let passages =
      vouching.credential.map { Passage(Sentences.word($0)) }
      + vouching.provider.map { Passage("\(Sentences.word($0)); for \(provider) as a whole") }
    return passages.isEmpty ? [Passage("nobody outside its provider, as far as was read")] : passages
  }

  /// Which of its skills how many goals ask for, and which nobody does.
  public func wanted(_ credential: Credential) -> [Passage] {
    let skills = demand.skills(of: credential)
    let asked = skills.filter { $0.goals > 0 }.map {
      Passage("\(catalog.skillName($0.skill)): \(Amounts.count($0.goals, "goal"))")
    }
    let idle = skills.filter { $0.goals == 0 }.map { catalog.skillName($0.skill) }
    return asked + (idle.isEmpty ? [] : [Passage("no goal asks for \(Amounts.list(idle, "or"))")])
  }

  public func evidence(_ credential: Credential) -> [Passage] {
    if credential.kind == .stack { return [] }
    let evidence = Evidence(on: credential, in: catalog)
    guard !evidence.isEmpty else {
      let others = extent.all - extent.known
      let rest = others > 1 ? "; the same of \(Amounts.grouped(others)) of the \(Amounts.grouped(extent.all)) here" : ""
      return [Passage("nothing was read on their wages or jobs\(rest)")]
    }
    let provider = catalog.providerName(credential.provider)
    return evidence.credential.map { Passage(sentence($0)) }
      + evidence.provider.map { Passage("of \(provider)'s as a whole: \(sentence($0))") }
  }

  private func sentence(_ finding: Finding) -> String {
    let read = finding.source?.read.map { Sentences.age(of: $0, today: today) }
    let details = [finding.by, read].compactMap { $0 }.joined(separator: "; ")
    return finding.text + (details.isEmpty ? "" : " (\(details))")
  }

  // MARK: What else there is

  /// What teaches all it does and more, and what is better in everything, and by how much.
  public func warnings(_ credential: Credential) -> [Passage] {
    let better = catalog.dominators(of: credential).prefix(3).compactMap { way -> Passage? in
      advantage(of: way, over: Way(credential, in: catalog)).map {
        Passage("\(catalog.title(way.credential)) beats it: \($0)", about: way.credential)
      }
    }
    let containers = catalog.containers(of: credential).prefix(3).map {
      Passage("contained in \($0.title), which teaches all it does and more without asking for it", about: $0.id)
    }
    return better + containers
  }

  /// `the same skills for 120 USD and 20 h less`; `nil` where the first doesn't dominate the second.
  public func advantage(of better: Way, over other: Way) -> String? {
    guard let advantage = Advantage(of: better, over: other) else { return nil }
    let currency = better.currency
    var less: [String] = []
    if advantage.cost > 0 { less.append("\(Amounts.money(advantage.cost, isShort: true)) \(currency)") }
    if advantage.minutes > 0 { less.append("\(Amounts.hours(advantage.minutes)) h") }
    let upkeep = advantage.fiveYears - advantage.cost
    if upkeep > 0 {
      less.append("\(Amounts.money(upkeep, isShort: true)) \(currency) of upkeep in five years")
    }
    let skills = advantage.moreSkills == 0 ? "the same skills" : "the same skills and more"
    let terms = less.isEmpty ? "\(skills) for no more" : "\(skills) for \(Amounts.list(less)) less"
    return terms + (advantage.isVouchedForAlone ? ", and somebody vouches for it" : "")
  }

  /// Others that give the same, side by side: `~165 USD, 310 USD kept for five years, ~90 h, vouched for`.
  private func others(_ credential: Credential) -> [Passage] {
    let found = catalog.alternatives(to: credential, demand: demand)
    guard !found.ways.isEmpty else { return [] }
    let title = found.skill.map { "Other ways to \(catalog.skillName($0))" } ?? "Others that teach all of it"
    let shown = found.ways.prefix(5).map { way in
      Passage("\(catalog.title(way.credential)): \(terms(way))", about: way.credential)
    }
    let rest = found.ways.count - shown.count
    return section(title, shown + (rest > 0 ? [Passage("and \(rest) more")] : []))
  }

  private func terms(_ way: Way) -> String {
    let study = catalog.credential(way.credential)?.workload
    func money(_ cents: Int) -> String {
      (way.isCostEstimated ? "~" : "") + "\(Amounts.money(cents, isShort: true)) \(way.currency)"
    }
    let isKeptFree = way.fiveYears == way.cost
    return [
      way.cost.map { $0 == 0 && !way.isCostEstimated ? "free" : money($0) } ?? "price not known",
      way.cost == nil || isKeptFree
        ? nil : way.fiveYears.map { money($0) + " kept for five years" } ?? "upkeep not known",
      study.map { "\($0.isEstimate ? "~" : "")\(Amounts.hours($0.value)) h" },
      way.isVouchedFor ? "vouched for" : nil, way.needsOthers ? "needs others first" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
