/// A goal as its entry states it, before the names in it are looked up.
struct DraftedGoal {
  /// With its requirement still empty.
  var goal: Goal
  var idPosition: SourcePosition
  var requires: PlacedRequirement
  /// Of its `requires` key.
  var requiresPosition: SourcePosition
}

extension EntryReader {
  static let providerKeys = ["id", "name", "url", "quality", "outcomes", "source", "country", "description", "note"]
  static let skillKeys = ["id", "name", "same", "source", "description", "note"]
  static let goalKeys = ["id", "title", "occupation", "requires", "source", "description", "note"]
  static let occupationKeys = [
    "soc", "medianWage", "lowerQuartile", "upperQuartile", "currency", "year", "growth", "openings", "jobs",
    "entryEducation", "experience", "source", "wageSource", "title", "note",
  ]

  mutating func provider(_ node: DraftNode) -> (provider: Provider, idPosition: SourcePosition)? {
    guard let (fields, id, idPosition) = opened(node, .provider, knows: EntryReader.providerKeys) else { return nil }
    var provider = Provider(
      id: id, name: label(fields, "name", id: id), url: text(fields["url"], "url"),
      country: text(fields["country"], "country"), quality: endorsements(fields["quality"]), position: fields.position)
    provider.outcomes = findings(fields["outcomes"])
    return (provider, idPosition)
  }

  mutating func skill(_ node: DraftNode) -> (skill: Skill, idPosition: SourcePosition)? {
    guard let (fields, id, idPosition) = opened(node, .skill, knows: EntryReader.skillKeys) else { return nil }
    let same = names(fields["same"], "same").map(\.id)
    let skill = Skill(id: id, name: label(fields, "name", id: id), same: same, position: fields.position)
    return (skill, idPosition)
  }

  mutating func goal(_ node: DraftNode) -> DraftedGoal? {
    guard let (fields, id, idPosition) = opened(node, .goal, knows: EntryReader.goalKeys) else { return nil }
    let title = label(fields, "title", id: id)
    let occupation = occupation(fields["occupation"])
    let source = source(fields["source"])
    guard let requires = requirement(fields["requires"], "requires", orElse: .entryLeftOut) else {
      if fields["requires"] == nil {
        tell(.missing("requires"), at: fields.keyPosition("requires") ?? fields.position, .error, .entryLeftOut)
      }
      return nil
    }
    let goal = Goal(
      id: id, title: title, occupation: occupation, requires: .all([]), catalog: context.catalog, source: source,
      position: fields.position)
    return DraftedGoal(
      goal: goal, idPosition: idPosition, requires: requires,
      requiresPosition: fields.keyPosition("requires") ?? fields.position)
  }

  /// Facts about an occupation are shown and never planned with, so each is left out alone.
  private mutating func occupation(_ node: DraftNode?) -> Occupation? {
    guard let node else { return nil }
    guard let fields = fields(node, "occupation", knows: EntryReader.occupationKeys) else { return nil }
    let currency = currency(fields["currency"]) ?? (fields["currency"] == nil ? context.currency : nil)
    func wage(_ key: String, _ reader: inout EntryReader) -> Int? {
      let wage = reader.number(fields[key], key, .yearlyWage(currency: currency ?? CurrencyCode.none))
      return currency == nil ? nil : wage
    }
    return Occupation(
      title: text(fields["title"], "title"),
      soc: fields["soc"].flatMap { identifier($0, "soc", orElse: .fieldLeftOut) },
      medianWage: wage("medianWage", &self), lowerQuartile: wage("lowerQuartile", &self),
      upperQuartile: wage("upperQuartile", &self), currency: currency,
      year: number(fields["year"], "year", .count(upTo: 9999)), growth: number(fields["growth"], "growth", .percent),
      openings: number(fields["openings"], "openings", .count(upTo: 1_000_000_000)),
      jobs: number(fields["jobs"], "jobs", .count(upTo: 1_000_000_000)),
      entryEducation: text(fields["entryEducation"], "entryEducation"),
      experience: text(fields["experience"], "experience"), source: source(fields["source"]),
      wageSource: source(fields["wageSource"]))
  }
}
