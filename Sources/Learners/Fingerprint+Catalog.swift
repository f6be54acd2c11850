import Catalogs

extension Fingerprint {
  /// Of everything planning looks at, whatever the order of entries.
  public init(of catalog: Catalog) { self = Fingerprint.of(catalog) }

  private static func of(_ catalog: Catalog) -> Fingerprint {
    var print = Fingerprint()
    for credential in catalog.credentials.sorted(by: { $0.id < $1.id }) {
      print.add(credential.id)
      print.add(credential.kind.rawValue)
      print.add(ofFigures(credential).text)
      print.add(ofRequirements(credential).text)
      print.add(ofOffer(credential).text)
    }
    for goal in catalog.goals.sorted(by: { $0.id < $1.id }) {
      print.add(goal.id)
      print.add(of(goal.requires).text)
      print.add(goal.occupation?.medianWage)
    }
    return print
  }

  static func of(_ requirement: Requirement) -> Fingerprint {
    var print = Fingerprint()
    print.add(requirement)
    return print
  }

  private static func ofFigures(_ credential: Credential) -> Fingerprint {
    var print = Fingerprint()
    print.add(credential.price.currency)
    print.add(credential.price.fee)
    print.add(credential.price.monthly)
    print.add(credential.workload)
    print.add(credential.duration.days)
    print.add(credential.retake?.fee)
    print.add(credential.retake?.waitDays)
    print.add(credential.validity?.renewalFee)
    print.add(credential.validity?.renewalWorkload)
    return print
  }

  static func ofRequirements(_ credential: Credential) -> Fingerprint {
    var print = Fingerprint()
    for requirement in [credential.requires, credential.corequires] {
      if let requirement { print.add(requirement) } else { print.add("none") }
    }
    for id in credential.excludes.sorted() { print.add(id) }
    return print
  }

  static func ofOffer(_ credential: Credential) -> Fingerprint {
    var print = Fingerprint()
    print.add(credential.provider ?? "-")
    print.add(credential.duration.pace.rawValue)
    for start in credential.duration.starts { print.add(start.dayNumber) }
    print.add(credential.until?.dayNumber)
    print.add(credential.validity?.days)
    print.add(credential.credits)
    for list in [credential.delivery.map(\.rawValue), credential.languages, credential.teaches, credential.renews] {
      print.add("list")
      for item in list.sorted() { print.add(item) }
    }
    return print
  }

  private mutating func add(_ figure: Figure?) {
    add(figure?.value)
    add(figure?.low)
    add(figure?.high)
    add(figure?.isEstimate == true ? "estimate" : "stated")
  }

  private mutating func add(_ requirement: Requirement) {
    switch requirement {
    case .credential(let id, let isActive): add([isActive ? "active" : "credential", id], [])
    case .skill(let id): add(["skill", id], [])
    case .condition(let text): add(["condition", text], [])
    case .credits(let count, let list): add(["credits", String(count)] + list.sorted(), [])
    case .all(let parts): add(["all"], parts)
    case .any(let parts): add(["any"], parts)
    case .distinct(let parts): add(["distinct"], parts)
    case .atLeast(let count, let parts): add(["atLeast", String(count)], parts)
    }
  }

  private mutating func add(_ words: [String], _ parts: [Requirement]) {
    for word in words { add(word) }
    add("(")
    for part in parts { add(part) }
    add(")")
  }
}
