import Catalogs
import Library

/// The answer to `cairn show --format json`: the entry with the keys of the catalog format, and its links.
struct EntryJSON {
  private let catalog: Catalog
  private let links: CatalogLinks

  init(_ catalog: Catalog) {
    self.catalog = catalog
    links = CatalogLinks(catalog)
  }

  func value(_ entry: Entry) -> JSONValue {
    switch entry {
    case .goal(let goal): return value(goal)
    case .credential(let credential): return value(credential)
    case .skill(let skill):
      return .object(
        [
          ("kind", .string("skill")), ("id", .string(skill.id)), ("title", .string(skill.name)),
          ("same", .strings(skill.same)), ("taughtBy", .strings(links.teachers(of: skill.id))),
          ("leadsTo", leadsTo(links.askers(ofSkill: skill.id))),
        ] + AppraisalJSON(catalog: catalog, today: Today.date).members(ofSkill: skill.id))
    case .provider(let provider):
      return .object([
        ("kind", .string("provider")), ("id", .string(provider.id)), ("title", .string(provider.name)),
        ("url", .text(provider.url)), ("country", .text(provider.country)), ("quality", quality(provider.quality)),
        ("outcomes", outcomes(provider.outcomes)),
        ("credentials", .strings(catalog.credentials.filter { $0.provider == provider.id }.map(\.id))),
      ])
    }
  }

  private func value(_ goal: Goal) -> JSONValue {
    .object([
      ("kind", .string("goal")), ("id", .string(goal.id)), ("title", .string(goal.title)),
      ("catalog", .string(goal.catalog)), ("requires", JSONValue(goal.requires)),
      ("occupation", goal.occupation.map(value) ?? .null), ("source", source(goal.source)),
      ("ledToBy", .strings(links.leading(to: goal.requires))),
    ])
  }

  private func value(_ occupation: Occupation) -> JSONValue {
    .object([
      ("title", .text(occupation.title)), ("soc", .text(occupation.soc)), ("medianWage", .money(occupation.medianWage)),
      ("lowerQuartile", .money(occupation.lowerQuartile)), ("upperQuartile", .money(occupation.upperQuartile)),
      ("currency", .text(occupation.currency)), ("year", occupation.year.map { .integer($0) } ?? .null),
      ("growth", occupation.growth.map { .hundredths($0) } ?? .null),
      ("openings", occupation.openings.map { .integer($0) } ?? .null),
      ("jobs", occupation.jobs.map { .integer($0) } ?? .null),
      ("entryEducation", .text(occupation.entryEducation)), ("experience", .text(occupation.experience)),
      ("source", source(occupation.source)), ("wageSource", source(occupation.wageSource)),
    ])
  }

  private func value(_ credential: Credential) -> JSONValue {
    .object(
      [
        ("kind", .string("credential")), ("id", .string(credential.id)), ("title", .string(credential.title)),
        ("catalog", .string(credential.catalog)), ("credentialKind", .string(credential.kind.rawValue)),
        ("provider", .text(credential.provider)),
        (
          "cost",
          .object([
            ("fee", figure(credential.price.fee) { .money($0) }),
            ("monthly", figure(credential.price.monthly) { .money($0) }),
            ("currency", .string(credential.price.currency)),
          ])
        ),
        ("effort", figure(credential.workload) { .hours($0) }),
        (
          "duration",
          .object([
            ("pace", .string(credential.duration.pace.rawValue)),
            ("days", figure(credential.duration.days) { .integer($0) }),
            ("starts", .strings(credential.duration.starts.map(\.iso))),
          ])
        ),
        ("delivery", .strings(credential.delivery.map(\.rawValue))), ("language", .strings(credential.languages)),
        ("level", .object(credential.level.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
        ("credits", .hundredths(credential.credits)), ("assessment", .text(credential.assessment)),
        ("teaches", .strings(credential.teaches)), ("requires", requirement(credential.requires)),
        ("recommends", requirement(credential.recommends)), ("corequires", requirement(credential.corequires)),
        ("excludes", .strings(credential.excludes)), ("until", .text(credential.until?.iso)),
        ("validity", credential.validity.map(value) ?? .null),
        ("retake", credential.retake.map(value) ?? .null), ("renews", .strings(credential.renews)),
        ("quality", quality(credential.quality)), ("outcomes", outcomes(credential.outcomes)),
        ("source", source(credential.source)),
        ("ledToBy", .strings(links.leading(to: credential.requires))),
        ("leadsTo", leadsTo(links.askers(after: credential))),
      ] + AppraisalJSON(catalog: catalog, today: Today.date).members(of: credential))
  }

  private func value(_ validity: Validity) -> JSONValue {
    .object([
      ("days", .integer(validity.days)), ("renewalFee", figure(validity.renewalFee) { .money($0) }),
      ("renewalHours", figure(validity.renewalWorkload) { .hours($0) }),
    ])
  }

  private func value(_ retake: Retake) -> JSONValue {
    .object([("fee", figure(retake.fee) { .money($0) }), ("waitDays", .integer(retake.waitDays))])
  }

  private func leadsTo(_ ids: [String]) -> JSONValue {
    let isGoal = { self.catalog.goal($0) != nil }
    return .object([
      ("goals", .strings(ids.filter(isGoal))), ("credentials", .strings(ids.filter { !isGoal($0) })),
    ])
  }

  private func requirement(_ requirement: Requirement?) -> JSONValue { requirement.map { JSONValue($0) } ?? .null }

  /// `null` where nobody stated it: unknown is not zero.
  private func figure(_ figure: Figure?, _ unit: (Int) -> JSONValue) -> JSONValue {
    guard let figure else { return .null }
    return .object([
      ("value", unit(figure.value)), ("low", figure.low.map(unit) ?? .null), ("high", figure.high.map(unit) ?? .null),
      ("estimated", .bool(figure.isEstimate)), ("basis", .text(figure.basis)), ("source", source(figure.source)),
    ])
  }

  private func quality(_ endorsements: [Endorsement]) -> JSONValue {
    .array(
      endorsements.map { endorsement in
        .object([
          ("by", .string(endorsement.by)), ("scheme", .text(endorsement.scheme)),
          ("credits", endorsement.credits.map { .hundredths($0) } ?? .null),
        ])
      })
  }

  private func outcomes(_ findings: [Finding]) -> JSONValue {
    .array(
      findings.map { finding in
        .object([
          ("finding", .string(finding.text)), ("by", .text(finding.by)), ("source", source(finding.source)),
        ])
      })
  }

  private func source(_ source: Source?) -> JSONValue {
    guard let source else { return .null }
    return .object([
      ("url", .string(source.url)), ("read", .text(source.read?.iso)), ("grade", .text(source.grade?.rawValue)),
    ])
  }
}
