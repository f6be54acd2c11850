import Catalogs

/// Which of several goals each step of a pathway serves: those that ask for it, or for a step that asks for it.
public struct SharedSteps: Hashable, Sendable {
  /// By credential, ids of goals in the order of the request.
  private let served: [String: [String]]

  public init(of pathway: Pathway, goals: [String], learner: Learner, in catalog: Catalog) {
    let explanation = PathwayExplanation(of: pathway, goals: goals, learner: learner, in: catalog)
    var askers: [String: [Asker]] = [:]
    for step in pathway.steps {
      askers[step.credential] = explanation.reasons(for: step.credential).map(\.asker)
    }
    var served: [String: [String]] = [:]
    for goal in goals {
      for id in SharedSteps.serving(goal, askers) { served[id, default: []].append(goal) }
    }
    self.served = served
  }

  /// From the goal down: who is asked for by the goal, by those, and so on.
  private static func serving(_ goal: String, _ askers: [String: [Asker]]) -> Set<String> {
    var found: Set<String> = []
    var grew = true
    while grew {
      grew = false
      for (id, reasons) in askers where !found.contains(id) {
        let isAsked = reasons.contains { asker in
          switch asker {
          case .goal(let name): return name == goal
          case .requires(let name), .corequires(let name): return found.contains(name)
          case .pin: return false
          }
        }
        if isAsked {
          found.insert(id)
          grew = true
        }
      }
    }
    return found
  }

  /// The goals that the step serves; empty for one that is only pinned.
  public func goals(servedBy credential: String) -> [String] { served[credential] ?? [] }

  /// The credentials that serve more than one goal, by id.
  public var shared: [String] { served.filter { $0.value.count > 1 }.keys.sorted() }
}
