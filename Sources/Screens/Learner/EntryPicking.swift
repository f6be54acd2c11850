import Appraisal
import Catalogs
import Display
import Planning
import Wording

/// What is to be put into a list of a learner.
struct EntryPicking: Picking {
  let entry: Entry

  var title: String { entry.name }
  var label: String { "Add: " }
  var hint: String { "type to find, Enter adds it, Esc back" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }
  var picksEntries: Bool { true }

  func rows(_ text: String, in state: AppState) -> [PickRow] { EntryRows(entry, state).rows(text) }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    if entry == .wished { return .leave { $0.wish(for: id) } }
    guard entry.hint.isEmpty else {
      return .leave { $0.show(AskingOverlay(ItemQuestion(entry: entry, key: id))) }
    }
    do throws(AnswerFault) {
      var after = state.learner
      try entry.put(id, "", into: &after, state.catalog)
      return .leave { [after] in $0.put(entry, id, after) }
    } catch {
      return .refuse(error.reason)
    }
  }
}

/// What a list of a learner could hold, found by words.
struct EntryRows {
  private static let most = 200

  let entry: Entry
  let state: AppState

  init(_ entry: Entry, _ state: AppState) { (self.entry, self.state) = (entry, state) }

  private var catalog: Catalog { state.catalog }

  func rows(_ text: String) -> [PickRow] {
    switch entry {
    case .known: skills(text)
    case .denied: conditions(text)
    case .excluded: others(text) + credentials(text)
    case .rate: currencies(text)
    case .wished: FindPicking().rows(text, in: state)
    case .note: []
    default: credentials(text)
    }
  }

  func skills(_ text: String) -> [PickRow] {
    if state.source != nil { return text.trimmed.isEmpty ? [] : FindPicking.found(text, kinds: [.skill], in: state) }
    let rows = catalog.skills.map { PickRow(id: $0.id, title: $0.name, note: "skill") }
    return EntryRows.those(rows, text)
  }

  func credentials(_ text: String) -> [PickRow] {
    if text.trimmed.isEmpty {
      return catalog.credentials.prefix(EntryRows.most).map {
        PickRow(id: $0.id, title: $0.title, note: catalog.providerName($0.provider))
      }
    }
    return FindPicking.found(text, kinds: [.credential], in: state)
  }

  /// First those that these catalogs have prices and wages in.
  private func currencies(_ text: String) -> [PickRow] {
    let used = Set(catalog.headers.map(\.currency) + catalog.currencies)
    let codes = used.sorted() + CurrencyCode.all.subtracting(used).sorted()
    let rows = codes.filter { $0 != state.currency }.map {
      PickRow(id: $0, title: $0, note: used.contains($0) ? "in these catalogs" : "")
    }
    return EntryRows.those(rows, text)
  }

  private func conditions(_ text: String) -> [PickRow] {
    let wholes = catalog.credentials.flatMap { [$0.requires, $0.corequires].compactMap { $0 } }
    let texts = Set((wholes + catalog.goals.map(\.requires)).flatMap(EntryRows.conditions))
    return EntryRows.those(texts.sorted().map { PickRow(id: $0, title: $0, note: "") }, text)
  }

  /// Whatever else than a credential can be done without.
  private func others(_ text: String) -> [PickRow] {
    let languages = Set(catalog.credentials.flatMap(\.languages)).sorted()
    let exclusions =
      [Exclusion.unvouched] + Credential.Delivery.allCases.map(Exclusion.delivery)
      + languages.map(Exclusion.language)
    let rows = exclusions.map { PickRow(id: $0.key, title: $0.name(in: catalog), note: "") }
    return EntryRows.those(rows + providers(text), text)
  }

  private func providers(_ text: String) -> [PickRow] {
    let words = text.lowercased().split(separator: " ").map(String.init)
    let providers = state.source?.providers(words, atMost: EntryRows.most) ?? catalog.providers
    return providers.map { PickRow(id: $0.id, title: Exclusion.words(ofProvider: $0.name), note: "") }
  }

  private static func conditions(_ requirement: Requirement) -> [String] {
    switch requirement {
    case .condition(let text): [text]
    case .all(let parts), .any(let parts), .distinct(let parts), .atLeast(_, let parts): parts.flatMap(conditions)
    case .credential, .skill, .credits: []
    }
  }

  private static func those(_ rows: [PickRow], _ text: String) -> [PickRow] {
    let words = text.lowercased().split(separator: " ")
    let found = rows.lazy.filter { row in
      let title = row.title.lowercased()
      return words.allSatisfy { title.contains($0) }
    }
    return Array(found.prefix(most))
  }
}
