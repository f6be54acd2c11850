import Appraisal
import Catalogs
import Planning
import Wording

/// The rows of two or three credentials beside each other.
struct CredentialComparison {
  let columns: [Credential]
  let catalog: Catalog
  let worth: CredentialWorth

  var rows: [CompareRow] {
    [
      .words("title", columns.map(\.title), links: columns.map { .credential($0.id) }),
      .words("kind", columns.map(\.kind.rawValue)),
      .words("provider", columns.map { catalog.providerName($0.provider) }),
    ] + figures + terms + standing + meaning
  }

  // MARK: Figures

  private var figures: [CompareRow] {
    let hasOneCurrency = Set(columns.map(\.price.currency)).count < 2
    let fees = columns.map { $0.isPaidByParts ? nil : $0.price.fee?.value ?? ($0.price.monthly == nil ? nil : 0) }
    let monthly = columns.map { $0.price.monthly?.value ?? 0 }
    var rows: [CompareRow] = [
      .figures(
        "fee", fees,
        zip(columns, fees).map { credential, fee in
          fee.map { mark(credential.price.fee) + "\(Amounts.money($0)) \(credential.price.currency)" }
            ?? (credential.isPaidByParts ? "its parts" : "not known")
        }, isComparable: hasOneCurrency
      ) { "\(Amounts.money($0, isShort: true)) less" }
    ]
    if monthly.contains(where: { $0 > 0 }) {
      rows.append(
        .figures("each month", monthly, monthly.map { Amounts.money($0) }, isComparable: hasOneCurrency) {
          "\(Amounts.money($0, isShort: true)) less"
        })
    }
    let years = columns.map { Way($0, in: catalog).fiveYears }
    return rows + [
      .figures(
        "kept five years", years,
        zip(columns, years).map { credential, cents in
          cents.map { mark(credential.price.fee) + "\(Amounts.money($0)) \(credential.price.currency)" } ?? "not known"
        }, isComparable: hasOneCurrency
      ) { "\(Amounts.money($0, isShort: true)) less" },
      .figures(
        "study hours", columns.map { $0.isPaidByParts ? nil : $0.workload?.value },
        columns.map { credential in
          credential.isPaidByParts
            ? "its parts" : credential.workload.map { mark($0) + Amounts.hours($0.value) } ?? "not known"
        }
      ) { "\(Amounts.hours($0)) h less" },
      .words("length", columns.map(length)),
      .figures("credits", columns.map(\.credits), columns.map { Amounts.hundredths($0.credits) }, prefersMost: true) {
        "\(Amounts.hundredths($0)) more"
      },
    ]
  }

  private func mark(_ figure: Figure?) -> String { figure?.isEstimate == true ? "~" : "" }

  private func length(_ credential: Credential) -> String {
    let pace = credential.duration.pace == .scheduled ? "with dates" : "own pace"
    guard let days = credential.duration.days?.value, days > 0 else { return pace }
    return "\(Amounts.weeks(days)) weeks, \(pace)"
  }

  // MARK: Terms

  private var terms: [CompareRow] {
    let validities = columns.map { $0.validity?.days }
    // What never lapses is better than whatever does.
    let lasting = validities.map { $0 ?? Int.max / 4 }
    return [
      .words("delivery", columns.map { list($0.delivery.map(\.rawValue)) }),
      .words("language", columns.map { list($0.languages) }),
      .figures(
        "valid for", lasting, validities.map { $0.map { "\(Amounts.weeks($0)) weeks" } ?? "ever" }, prefersMost: true
      ) { $0 > 1_000_000 ? "never lapses" : "\(Amounts.weeks($0)) weeks longer" },
      .figures(
        "vouched for by", columns.map { $0.isVouchedFor(in: catalog) ? 1 : 0 },
        columns.map { $0.isVouchedFor(in: catalog) ? voucher($0) : "nobody else" }, prefersMost: true
      ) { _ in "vouched for" },
    ]
  }

  // MARK: What is known of it

  private var standing: [CompareRow] {
    let better = columns.map { catalog.dominators(of: $0).first.map { catalog.title($0.credential) } }
    let evidence = columns.map { Evidence(on: $0, in: catalog) }
    let told = columns.map { SelfDescription(of: $0, in: catalog).told.count }
    return [
      .words("assessment", columns.map { $0.assessment ?? "not said" }),
      .words("identity", columns.map { $0.checksIdentity.map { $0 ? "checked" : "not checked" } ?? "not said" }),
      .figures(
        "told of the EU's ten", told, told.map { "\($0) elements" }, prefersMost: true
      ) { "\($0) more told" },
      grades("price rests on") { $0.price.fee == nil && $0.price.monthly != nil ? .monthly : .fee },
      grades("study rests on") { _ in .effort },
      .words("beaten by", better.map { $0 ?? "nothing" }),
      .figures(
        "its holders", evidence.map { $0.isEmpty ? 0 : 1 },
        columns.map { worth.evidence($0).first?.text ?? "" }.enumerated().map {
          evidence[$0].isEmpty ? "nothing read" : $1
        },
        prefersMost: true
      ) { _ in "is known" },
    ]
  }

  /// What a figure rests on, better where it was seen nearer to its source.
  private func grades(_ name: String, _ figure: (Credential) -> FigureName) -> CompareRow {
    let grades = columns.map { catalog.standing(of: figure($0), in: $0).grade }
    // Awards for their parts have no price and no study of their own.
    let cells = zip(columns, grades).map { $0.kind == .stack ? "its parts" : Sentences.word($1) }
    let ranks = zip(columns, grades).map { $0.kind == .stack ? nil : Grade.allCases.firstIndex(of: $1) }
    return .figures(name, ranks, cells) { _ in
      "better known"
    }
  }

  private func voucher(_ credential: Credential) -> String {
    let provider = credential.provider.flatMap(catalog.provider)
    return list((credential.quality + (provider?.quality ?? [])).map { Sentences.word($0) })
  }

  private func list(_ words: [String]) -> String { words.isEmpty ? "not said" : words.joined(separator: ", ") }

  // MARK: What it is good for

  private var meaning: [CompareRow] {
    let needs = columns.map { $0.requires.map { RequirementText(catalog: catalog, namesIDs: false).lines($0) } ?? [] }
    var rows: [CompareRow] = [
      .words("needs", needs.map { $0.isEmpty ? "nothing" : $0.joined(separator: "; ") })
    ]
    var skills: [String] = []
    for skill in columns.flatMap(\.teaches) where !skills.contains(skill) { skills.append(skill) }
    guard !skills.isEmpty else { return rows }
    rows.append(.heading("Skills it teaches, and how many goals ask for them"))
    for skill in skills {
      let having = columns.indices.filter { columns[$0].teaches.contains(skill) }
      rows.append(
        CompareRow(
          name: "\(worth.demand.goals(askingFor: skill)) \(catalog.skillName(skill))",
          cells: columns.map { $0.teaches.contains(skill) ? "yes" : "-" }, better: nil,
          verdict: CompareRow.having(having, of: columns.count), isSame: having.count == columns.count))
    }
    return rows
  }
}
