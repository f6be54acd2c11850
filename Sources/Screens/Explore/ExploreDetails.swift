import Catalogs
import Display
import Library
import Planning
import Wording

// What an entry is, what it needs and what it leads to; whatever is named can be followed.
extension ExploreScreen {
  /// More of one list than this nobody reads.
  private static let mostNamed = 30

  var detailsRoom: Rect {
    ExploreLayout(state.body(state.size), pane: .details).details.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  func drawDetails(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .details
    let note = place.followed.isEmpty ? "" : "followed: \(place.followed.count)"
    let inside = frame.pane(rect, "Details", note: note, focused: isFocused).inset(left: 1, right: 1)
    place.reader.draw(detailLines(width: inside.width), in: inside, focused: isFocused, on: &frame)
  }

  func detailLines(width: Int) -> [Line] {
    guard let id = place.subject else { return [] }
    var lines = Lines(width: width)
    if let goal = catalog.goal(id) {
      add(goal, &lines)
    } else if let credential = catalog.credential(id) {
      add(credential, &lines)
    }
    return lines.all
  }

  private func add(_ goal: Goal, _ lines: inout Lines) {
    lines.add(goal.title, .title)
    lines.add("goal \(glyphs.separator) \(catalog.header(goal.catalog)?.title ?? goal.catalog)", .dim)
    let worth = GoalWorth(learner: state.learner, currency: state.currency, today: state.today)
    lines.add(goal.occupation.map(worth.passages) ?? [], mark: glyphs.separator) { .credential($0) }
    addRequirement("Asks for", goal.requires, state.links.leading(to: goal.requires), &lines)
  }

  private func add(_ credential: Credential, _ lines: inout Lines) {
    lines.add(credential.title, .title)
    let about = [catalog.providerName(credential.provider), credential.kind.rawValue].filter { !$0.isEmpty }
    lines.add(about.joined(separator: " \(glyphs.separator) "), .dim)
    addFigures(credential, &lines)
    let links = state.links
    if let requires = credential.requires {
      addRequirement("Needs", requires, links.leading(to: requires), &lines)
    }
    lines.add(state.credentialWorth.passages(credential), mark: glyphs.separator) { .credential($0) }
    addNamed("Leads to", links.askers(after: credential), &lines)
  }

  private func addFigures(_ credential: Credential, _ lines: inout Lines) {
    var figures: [(text: String, role: Role)] = []
    let price = credential.price
    var costs: [String] = []
    if credential.isPaidByParts {
      lines.add("")
      return lines.add("what its parts cost and take, and nothing besides", .money)
    }
    func add(_ figure: Figure, _ unit: String) {
      costs.append("\(figure.isEstimate ? "~" : "")\(Amounts.money(figure.value)) \(price.currency)\(unit)")
    }
    if let fee = price.fee { add(fee, "") }
    if let monthly = price.monthly, monthly.value > 0 { add(monthly, " a month") }
    if costs.isEmpty, !credential.isPriceStated { costs.append("price not known") }
    if !costs.isEmpty { figures.append((costs.joined(separator: " and "), .money)) }
    if let workload = credential.workload {
      figures.append(("\(workload.isEstimate ? "~" : "")\(Amounts.hours(workload.value)) h of study", .plain))
    }
    if let days = credential.duration.days { figures.append(("\(Amounts.weeks(days.value)) weeks", .plain)) }
    let ways = credential.delivery.map(\.rawValue) + credential.languages.map { "language \($0)" }
    if !ways.isEmpty { figures.append((ways.joined(separator: ", "), .dim)) }
    if !figures.isEmpty { lines.add("") }
    for figure in figures { lines.add(figure.text, figure.role) }
  }

  /// What is asked for, and what gives it; where just those are asked for, they are named once.
  private func addRequirement(
    _ heading: String, _ requirement: Requirement, _ leading: [String], _ lines: inout Lines
  ) {
    if case .all(let parts) = requirement, parts.allSatisfy(\.isCredential),
      Set(requirement.namedCredentials) == Set(leading)
    {
      return addNamed(heading, leading, &lines)
    }
    lines.addHeading(heading)
    for text in RequirementText(catalog: catalog, namesIDs: false).lines(requirement) { lines.add(text) }
    addNamed("Leads here", leading, &lines)
  }

  private func addNamed(_ heading: String, _ ids: [String], _ lines: inout Lines) {
    guard !ids.isEmpty else { return }
    lines.addHeading(heading)
    for id in ids.prefix(Self.mostNamed) {
      // On one line each: a list of links is read from top to bottom.
      let title = DisplayWidth.truncated(catalog.title(id), to: max(4, lines.width - 2))
      lines.addItem(title, mark: glyphs.separator, to: catalog.credential(id) == nil ? .goal(id) : .credential(id))
    }
    let rest = ids.count - Self.mostNamed
    // Of a longer list in a marketplace only the beginning was read.
    let isAll = state.source == nil || ids.count < LibraryExtent.mostAround
    if rest > 0 { lines.add(isAll ? "and \(Amounts.grouped(rest)) more" : "and many more", .dim) }
  }
}

extension Requirement {
  /// True where it asks for a credential, whether or not it has lapsed.
  fileprivate var isCredential: Bool { if case .credential(_, active: false) = self { true } else { false } }
}
