import Appraisal
import Catalogs
import Planning

/// Standing, vouching, demand and equivalents as members of the answers of `show` and `plan`.
struct AppraisalJSON {
  let catalog: Catalog
  let today: CalendarDate

  func members(of credential: Credential) -> [(String, JSONValue)] {
    let description = SelfDescription(of: credential, in: catalog)
    return [
      (
        "standing",
        .object(
          FigureName.allCases.filter { credential.figure($0) != nil }.map {
            ($0.rawValue, json(catalog.standing(of: $0, in: credential)))
          })
      ),
      ("vouchedFor", .bool(Vouching(of: credential, in: catalog).isVouchedFor)),
      ("identityChecked", credential.checksIdentity.map { .bool($0) } ?? .null),
      ("tells", .strings(DescribedElement.allCases.filter(description.told.contains).map(\.rawValue))),
      ("silentAbout", .strings(description.silent.map(\.rawValue))),
      (
        "skillsWanted",
        .object(Demand(catalog).skills(of: credential).map { ($0.skill, .integer($0.goals)) })
      ),
      ("containedIn", .strings(catalog.containers(of: credential).map(\.id))),
      ("dominatedBy", .strings(catalog.dominators(of: credential).map(\.credential))),
    ]
  }

  func members(ofSkill skill: String) -> [(String, JSONValue)] {
    let equivalents = Equivalents(skill: skill, in: catalog)
    return [
      ("goalsAsking", .integer(Demand(catalog).goals(askingFor: skill))),
      (
        "ways",
        .array(
          equivalents.ways.map { way in
            .object([
              ("credential", .string(way.credential)), ("currency", .string(way.currency)), ("cost", .money(way.cost)),
              ("hours", way.minutes.map { .hours($0) } ?? .null), ("fiveYears", .money(way.fiveYears)),
              ("vouchedFor", .bool(way.isVouchedFor)), ("needsOthers", .bool(way.needsOthers)),
              ("dominatedBy", .text(equivalents.dominator(of: way)?.credential)),
            ])
          })
      ),
    ]
  }

  func standing(of pathway: Pathway, _ learner: Learner) -> JSONValue {
    let standing = PathwayStanding(of: pathway, learner: learner, in: catalog)
    func shares(_ totals: [Grade: Int], _ unit: (Int) -> JSONValue) -> JSONValue {
      .object(Grade.allCases.map { ($0.rawValue, unit(totals[$0] ?? 0)) })
    }
    return .object([
      ("cost", shares(standing.cost) { .money($0) }), ("hours", shares(standing.minutes) { .hours($0) }),
      ("oldest", .text(standing.oldest?.iso)), ("undated", .integer(standing.undated)),
      ("freshness", .text(standing.oldest.map { Freshness(read: $0, today: today).rawValue })),
    ])
  }

  static func payback(_ payback: Payback?) -> JSONValue {
    guard case .months(let range) = payback else { return .null }
    return .object([("lowMonths", .integer(range.lowerBound)), ("highMonths", .integer(range.upperBound))])
  }

  private func json(_ standing: FigureStanding) -> JSONValue {
    .object([
      ("grade", .string(standing.grade.rawValue)), ("read", .text(standing.source?.read?.iso)),
      ("freshness", standing.source.map { .string(Freshness(read: $0.read, today: today).rawValue) } ?? .null),
    ])
  }
}
