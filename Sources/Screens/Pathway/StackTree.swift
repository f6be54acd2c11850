import Catalogs
import Planning

/// The steps of a pathway as a tree: each stands under the one that unlocks it, which is the last to come of those it
/// needs; what needs nothing of the pathway stands at the top.
struct StackTree {
  struct Row: Hashable {
    var step: Step
    /// For each level above it, whether more follows there: what goes past on the left.
    var goesOn: [Bool]
    /// True where it is the last of its siblings.
    var isLast: Bool
    /// Other steps that it needs, besides the one it stands under.
    var besides: [String]

    var depth: Int { goesOn.count }
  }

  /// From the top down, what is unlocked after what unlocks it.
  private(set) var rows: [Row] = []
  /// What the goals themselves need of the pathway, in its order.
  let crown: [String]

  private let needs: [String: [String]]
  private var children: [String: [Step]] = [:]

  init(_ pathway: Pathway, goals: [String], learner: Learner, in catalog: Catalog) {
    let explanation = PathwayExplanation(of: pathway, goals: goals, learner: learner, in: catalog)
    var needs: [String: [String]] = [:]
    for step in pathway.steps {
      needs[step.credential] = StackTree.givers(explanation.supports(of: step.credential), except: step.credential)
    }
    self.needs = needs
    let asked = Set(StackTree.givers(explanation.goalSupports, except: nil))
    crown = pathway.steps.map(\.credential).filter(asked.contains)
    place(pathway.steps)
  }

  /// For each need the step that gives it first; by day, then by id.
  private static func givers(_ supports: [Support], except id: String?) -> [String] {
    var found: [(day: Int, id: String)] = []
    for support in supports {
      let steps = support.givers.compactMap { giver -> (day: Int, id: String)? in
        if case .step(let step, let day) = giver, step != id { return (day, step) }
        return nil
      }
      guard let first = steps.min(by: { ($0.day, $0.id) < ($1.day, $1.id) }) else { continue }
      if !found.contains(where: { $0.id == first.id }) { found.append(first) }
    }
    return found.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map(\.id)
  }

  private mutating func place(_ steps: [Step]) {
    var roots: [Step] = []
    for step in steps {
      if let parent = needs[step.credential]?.last {
        children[parent, default: []].append(step)
      } else {
        roots.append(step)
      }
    }
    for root in roots { add(root, goesOn: [], isLast: true) }
    // Two that begin together may each stand on the other: the first of them is shown at the top.
    for step in steps where !rows.contains(where: { $0.step.credential == step.credential }) {
      add(step, goesOn: [], isLast: true)
    }
  }

  private mutating func add(_ step: Step, goesOn: [Bool], isLast: Bool) {
    guard !rows.contains(where: { $0.step.credential == step.credential }) else { return }
    let isRoot = goesOn.isEmpty
    rows.append(
      Row(step: step, goesOn: goesOn, isLast: isLast, besides: (needs[step.credential] ?? []).dropLast(isRoot ? 0 : 1)))
    let below = children[step.credential] ?? []
    for (place, child) in below.enumerated() {
      let isLastChild = place == below.count - 1
      add(child, goesOn: goesOn + [isRoot ? false : !isLast], isLast: isLastChild)
    }
  }
}
