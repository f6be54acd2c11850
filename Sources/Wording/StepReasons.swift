import Catalogs
import Planning

/// Why each step of a pathway is there: what asks for it, among the goal and the other steps.
public struct StepReasons {
  private let catalog: Catalog
  private let goal: Goal
  private let pathway: Pathway
  private let pinned: Set<String>

  public init(_ pathway: Pathway, to goal: Goal, pinned: Set<String>, in catalog: Catalog) {
    self.catalog = catalog
    self.goal = goal
    self.pathway = pathway
    self.pinned = pinned
  }

  /// `for the goal; teaches Networking, for CCNA`
  public func reason(_ id: String) -> String {
    var reasons: [String] = []
    if goal.id == id {
      reasons.append("the goal itself")
    } else if let reason = reason(id, askedBy: [goal.requires], "the goal") {
      reasons.append(reason)
    }
    for other in pathway.steps where other.credential != id {
      guard let credential = catalog.credential(other.credential) else { continue }
      let asked = [credential.requires, credential.corequires].compactMap { $0 }
      if let reason = reason(id, askedBy: asked, credential.title) { reasons.append(reason) }
    }
    if pinned.contains(id) { reasons.append("pinned") }
    let shown = reasons.prefix(3).joined(separator: "; ")
    return reasons.count > 3 ? "\(shown); and \(reasons.count - 3) more" : shown
  }

  private func reason(_ id: String, askedBy requirements: [Requirement], _ title: String) -> String? {
    if requirements.contains(where: { $0.namedCredentials.contains(id) }) { return "for \(title)" }
    let asked = Set(requirements.flatMap(\.namedSkills))
    let taught = (catalog.credential(id)?.teaches ?? []).filter(asked.contains)
    guard !taught.isEmpty else { return nil }
    return "teaches \(Amounts.list(taught.map(catalog.skillName))), for \(title)"
  }
}
