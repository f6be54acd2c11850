import Display
import Planning
import Wording

extension Command {
  static let compare = Command(
    "compare-this", "compare", "Put the pathway, or the credential, into Compare.",
    keys: [.character("c")], .looking, unless: { $0.reasonAgainstComparing }, perform: { $0.compare() })
  static let compareCredential = Command(
    "compare-credential", "compare credential", "Put the selected credential into Compare.",
    keys: [.character("C")], .looking, unless: { $0.reasonAgainstComparingCredential },
    perform: { $0.compareCredential() })
  static let takeOut = Command(
    "take-out", "take out", "Take the selected column out of Compare.", keys: [.character("z")], .looking,
    places: [.compare], unless: { ($0.place as? ComparePlace)?.count == 0 ? "there is nothing to take out" : nil },
    perform: { $0.changeComparison { $0.takeOut() } })
  static let compareOther = Command(
    "compare-other", "pathways/credentials", "Compare credentials instead of pathways, or back.",
    keys: [.character("o")], .looking, places: [.compare], perform: { $0.changeComparison { $0.turnToOther() } })
}

extension ComparePlace {
  static let commands: [Command] = [.compare, .compareCredential, .takeOut, .compareOther]
}

extension AppState {
  /// What is beside each other, wherever one is.
  var comparison: ComparePlace { self[ComparePlace.self] ?? ComparePlace() }

  mutating func changeComparison(_ change: (inout ComparePlace) -> Void) -> [Effect] {
    var comparison = comparison
    change(&comparison)
    if place is ComparePlace { place = comparison } else { trail.put(comparison) }
    return []
  }

  /// The pathway under the cursor; on the list of goals the chosen one of the goal.
  private var comparedPathway: ComparedPathway? {
    guard let goal = goals.first ?? selectedGoalHere else { return nil }
    let plan = plans[goal] ?? Plan()
    let chosen = plan.frontier.indices.contains(plan.chosen) ? plan.frontier[plan.chosen] : nil
    guard let pathway = pathway ?? chosen, !plan.isStale else { return nil }
    let header = catalog.destination(goal).flatMap { catalog.header($0.catalog) }
    return ComparedPathway(
      goal: goal, pathway: pathway, learner: learner, currency: plan.outcome?.currency ?? header?.currency ?? "USD",
      outcome: plan.isSearching ? nil : plan.outcome)
  }

  private var selectedGoalHere: String? { placeID == .goals ? selectedGoal : nil }

  var reasonAgainstComparing: String? {
    if placeID == .compare { return "this is Compare: c works where pathways are" }
    if let compared = comparedPathway {
      if comparison.pathways.contains(compared) { return "that pathway is in Compare already" }
      return comparison.pathways.count < ComparePlace.most ? nil : AppState.full
    }
    return reasonAgainstComparingCredential
  }

  var reasonAgainstComparingCredential: String? {
    guard let id = selectedCredential else { return "there is no pathway and no credential here to compare" }
    if comparison.credentials.contains(id) { return "\(catalog.title(id)) is in Compare already" }
    return comparison.credentials.count < ComparePlace.most ? nil : AppState.full
  }

  private static let full =
    "Compare holds \(ComparePlace.most) already: \(PlaceID.compare.key.name) goes there, z takes one out"

  mutating func compare() -> [Effect] {
    guard let compared = comparedPathway else { return compareCredential() }
    let effects = changeComparison { $0.add(compared) }
    let title = catalog.destination(compared.goal)?.title ?? compared.goal
    message =
      "\(title), \(Amounts.money(compared.pathway.cost)) \(compared.currency): "
      + putIn(comparison.pathways.count)
    return effects
  }

  mutating func compareCredential() -> [Effect] {
    guard let id = selectedCredential else { return [] }
    let effects = changeComparison { $0.add(credential: id) }
    message = "\(catalog.title(id)): " + putIn(comparison.credentials.count)
    return effects
  }

  private func putIn(_ count: Int) -> String {
    "in Compare (\(count) of \(ComparePlace.most)); \(PlaceID.compare.key.name) goes there"
  }
}
