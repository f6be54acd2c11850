import Catalogs
import Display
import Library
import Wording

/// The answer to `cairn show`: everything that is known of an entry, where it was read, and its links.
struct EntryText {
  let catalog: Catalog
  let width: Int
  private let links: CatalogLinks
  /// As `CredentialWorth` takes it.
  private let extent: (known: Int, all: Int)?

  init(_ catalog: Catalog, width: Int, extent: (known: Int, all: Int)? = nil) {
    self.extent = extent
    self.catalog = catalog
    self.width = width
    links = CatalogLinks(catalog)
  }

  func lines(_ entry: Entry) -> [String] {
    let parts: [[String]]
    switch entry {
    case .goal(let goal): parts = goalParts(goal)
    case .credential(let credential): parts = credentialParts(credential)
    case .skill(let skill): parts = skillParts(skill)
    case .provider(let provider): parts = providerParts(provider)
    }
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  // MARK: Goals

  private func goalParts(_ goal: Goal) -> [[String]] {
    [
      heading(goal.title, ["goal", catalog.header(goal.catalog)?.title, goal.id]),
      goal.occupation.map(occupation) ?? [],
      section("Asks for", RequirementText(catalog: catalog).lines(goal.requires)),
      section("Led to by", names(links.leading(to: goal.requires))), sourceLines(goal.source),
    ]
  }

  private func occupation(_ occupation: Occupation) -> [String] {
    facts([
      (
        "Occupation",
        joined([occupation.title, occupation.soc].compactMap { $0 })
      ),
      (
        "Median wage",
        occupation.medianWage.map { wage in
          [
            Amounts.money(wage, isShort: true), occupation.currency ?? "", "a year",
            occupation.year.map { "(\($0))" } ?? "",
          ]
          .filter { !$0.isEmpty }.joined(separator: " ")
        }
      ),
      (
        "Quartiles",
        occupation.lowerQuartile.flatMap { low in
          occupation.upperQuartile.map {
            "\(Amounts.money(low, isShort: true)) to \(Amounts.money($0, isShort: true)) \(occupation.currency ?? "")"
          }
        }
      ),
      ("Growth", occupation.growth.map { "\(Amounts.hundredths($0)) % over ten years" }),
      ("Jobs", occupation.jobs.map { Amounts.grouped($0) }),
      ("Openings", occupation.openings.map { "\(Amounts.grouped($0)) a year" }),
      ("Usually asked", occupation.entryEducation), ("Experience", occupation.experience),
      ("Read at", occupation.source.map(text)), ("Wages at", occupation.wageSource.map(text)),
    ])
  }

  // MARK: Skills and providers

  private func skillParts(_ skill: Skill) -> [[String]] {
    [
      heading(skill.name, ["skill", skill.id]), facts([("Same as", joined(skill.same))]),
      section("Taught by", names(links.teachers(of: skill.id))),
      section("Leads to", names(links.askers(ofSkill: skill.id))),
    ] + AppraisalText(catalog: catalog, today: Today.date, width: width).parts(ofSkill: skill.id)
  }

  private func providerParts(_ provider: Provider) -> [[String]] {
    [
      heading(provider.name, ["provider", provider.id]),
      facts([
        ("Site", provider.url), ("Country", provider.country),
        ("Vouched for by", joined(provider.quality.map { Sentences.word($0) })),
      ]),
      section("Offers", names(catalog.credentials.filter { $0.provider == provider.id }.map(\.id))),
    ]
  }

  // MARK: Credentials

  private func credentialParts(_ credential: Credential) -> [[String]] {
    let requirements = RequirementText(catalog: catalog)
    return [
      heading(credential.title, [catalog.providerName(credential.provider), credential.kind.rawValue, credential.id]),
      facts(figures(credential)),
      facts([
        ("Delivery", joined(credential.delivery.map(\.rawValue))), ("Language", joined(credential.languages)),
        ("Level", joined(credential.level.sorted { $0.key < $1.key }.map { "\($0.key.uppercased()) \($0.value)" })),
        ("Credits", credential.credits == 0 ? nil : credits(credential)), ("Assessment", credential.assessment),
        ("Teaches", joined(credential.teaches.map(catalog.skillName))),
        ("On offer until", credential.until.map(Amounts.date)), ("Valid for", credential.validity.map(text)),
        ("After a failure", credential.retake.map { text($0, credential.price.currency) }),
        ("Renews", joined(credential.renews.map(catalog.title))),
        ("Not beside", joined(credential.excludes.map(catalog.title))),
      ]),
      section("Needs", credential.requires.map(requirements.lines) ?? []),
      section("Together with", credential.corequires.map(requirements.lines) ?? []),
      section("Better after", credential.recommends.map(requirements.lines) ?? []),
      section("Leads to", names(links.askers(after: credential))),
    ] + AppraisalText(catalog: catalog, today: Today.date, width: width, extent: extent).parts(of: credential)
      + [sourceLines(credential.source)]
  }

  private func figures(_ credential: Credential) -> [(String, String?)] {
    let price = credential.price
    let fee = price.fee.map { figure($0) { "\(Amounts.money($0)) \(price.currency)" } }
    let monthly = price.monthly.flatMap { figure in
      figure.value == 0 ? nil : self.figure(figure) { "\(Amounts.money($0)) \(price.currency) a month" }
    }
    let unknown = credential.kind == .stack ? nil : "not known"
    let pace =
      credential.duration.pace == .selfPaced
      ? credential.duration.days.map { "at least " + figure($0, length) } ?? "as fast as you like"
      : credential.duration.days.map { figure($0, length) + ", scheduled" } ?? "scheduled; how long is not known"
    return [
      ("Price", joined([fee, monthly].compactMap { $0 }, " and ") ?? unknown),
      ("Study", credential.workload.map { figure($0) { "\(Amounts.hours($0)) hours" } } ?? unknown),
      ("Time", credential.kind == .stack && credential.duration.days == nil ? nil : pace),
      ("Starts", joined(credential.duration.starts.map(Amounts.date))),
    ]
  }

  private func figure(_ figure: Figure, _ unit: (Int) -> String) -> String {
    var notes: [String] = []
    if let low = figure.low, let high = figure.high { notes.append("\(unit(low)) to \(unit(high))") }
    if figure.isEstimate { notes.append("estimated") }
    if let basis = figure.basis { notes.append(basis) }
    if let source = figure.source { notes.append(text(source)) }
    return (figure.isEstimate ? "~" : "") + unit(figure.value)
      + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  private func length(_ days: Int) -> String {
    days % 7 == 0 ? Amounts.count(days / 7, "week") : Amounts.count(days, "day")
  }

  private func credits(_ credential: Credential) -> String {
    [Amounts.hundredths(credential.credits), catalog.header(credential.catalog)?.creditSystem].compactMap { $0 }
      .joined(separator: " ")
  }

  private func text(_ validity: Validity) -> String {
    let span = validity.days % 365 == 0 ? Amounts.count(validity.days / 365, "year") : length(validity.days)
    let renewal = [
      validity.renewalFee.map { figure($0) { Amounts.money($0) } },
      validity.renewalWorkload.map { figure($0) { "\(Amounts.hours($0)) hours" } },
    ].compactMap { $0 }
    return renewal.isEmpty ? span : "\(span); renewed for \(Amounts.list(renewal))"
  }

  private func text(_ retake: Retake, _ currency: String) -> String {
    let fee = retake.fee.map { figure($0) { "\(Amounts.money($0)) \(currency)" } } ?? "the fee again"
    return retake.waitDays == 0 ? fee : "\(fee), after \(Amounts.count(retake.waitDays, "day"))"
  }

  private func text(_ source: Source) -> String {
    source.url + (source.read.map { ", read \(Amounts.date($0))" } ?? "")
  }

  // MARK: Layout

  private func heading(_ title: String, _ about: [String?]) -> [String] {
    [title, about.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")]
  }

  private func facts(_ facts: [(String, String?)]) -> [String] {
    facts.flatMap { name, value -> [String] in
      guard let value else { return [] }
      let lines = DisplayWidth.wrapped(value, to: max(20, width - 18))
      return lines.enumerated().map { DisplayWidth.padded($0 == 0 ? "  " + name : "", to: 18) + $1 }
    }
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.map { DisplayWidth.truncated("  " + $0, to: width) }
  }

  private func names(_ ids: [String]) -> [String] {
    var table = TextTable(columns: [.left(""), .left("", least: 16)], indent: 0)
    table.rows = ids.map { [$0, catalog.title($0)] }
    return ids.isEmpty ? [] : table.lines(width: width - 2)
  }

  private func sourceLines(_ source: Source?) -> [String] { source.map { ["Source: " + text($0)] } ?? [] }

  private func joined(_ texts: [String], _ separator: String = ", ") -> String? {
    texts.isEmpty ? nil : texts.joined(separator: separator)
  }
}
