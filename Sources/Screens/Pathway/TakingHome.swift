import Display
import Learners
import Planning
import Wording

/// Into which file the page to take home is to be written.
struct HandoutQuestion: Question {
  /// What the page is about.
  let explained: Explained

  /// The name where none is typed.
  private var proposal: String { Handout.fileName(for: explained.goal.id) }
  var enquiries: [Enquiry] { explained.enquiriesForHandout }

  var title: String { "Page to take home" }
  var hint: String { "Empty: \(proposal); or \(others)" }
  func label(in state: AppState) -> String { "File: " }

  private var others: String { Handout.fileKinds.dropFirst().map { ".\($0)" }.joined(separator: " ") }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    var name = text.trimmed
    if name.isEmpty { return leave(with: HandoutFile(path: proposal, isProposal: true)) }
    let file = name.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if file.isEmpty { return .refuse("\"\(name)\" names no file") }
    let kind = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if !file.dropFirst().contains(".") {
      name += "." + Handout.fileKinds[0]
    } else if !Handout.fileKinds.contains(kind) {
      return .refuse("a page is written as \(Amounts.list(Handout.fileKinds.map { ".\($0)" }, "or")), not .\(kind)")
    }
    return leave(with: HandoutFile(path: name, isProposal: false))
  }

  private func leave(with file: HandoutFile) -> OverlayAnswer {
    .leave { state in
      state.awaitedHandout = AwaitedHandout(explained: explained, file: file)
      state.message = "working out the risks and the ranges; the page is written then"
      return []
    }
  }
}

/// A page that is written as soon as what can go wrong and what estimates may change is known.
struct AwaitedHandout: Hashable, Sendable {
  var explained: Explained
  var file: HandoutFile
}

extension Explained {
  fileprivate var enquiriesForHandout: [Enquiry] { [enquiry(.setbacks), enquiry(.ends)] }
}

extension AppState {
  /// The pathway at hand, with the answer it is of: in Compare the selected column, in Now the best from today.
  var explainedHere: Explained? {
    if let compare = place as? ComparePlace { return compare.selectedPathway?.explained(in: catalog) }
    return goal.flatMap { explained($0.id) }
  }

  /// Why there is nothing to take home.
  var reasonAgainstTakingHome: String? {
    if let compare = place as? ComparePlace {
      guard let selected = compare.selectedPathway else { return "there is no pathway to take home" }
      return selected.outcome == nil ? "it was still being searched when it was put here: put it in again" : nil
    }
    if let now = place as? NowPlace, now.goals(in: self).isEmpty { return "there is no pathway to take home" }
    guard let explained = explainedHere else { return "the pathways are not found yet" }
    return explained.pathway == nil ? "there is no pathway to take home" : nil
  }

  /// What the page that is asked for waits for.
  var enquiriesForHandout: [Enquiry] { awaitedHandout?.explained.enquiriesForHandout ?? [] }

  /// Writes the page that is asked for once all of it is known; whoever leaves before has what is known by then.
  mutating func writeAwaitedHandout(beforeLeaving: Bool) -> [Effect] {
    guard let awaited = awaitedHandout else { return [] }
    let isKnown = awaited.explained.enquiriesForHandout.allSatisfy { enquiries[$0] != nil }
    guard isKnown || beforeLeaving else { return [] }
    awaitedHandout = nil
    return [.write(Handout(subject(awaited.explained)), awaited.file)]
  }

  /// With what can go wrong, and whether the choice hangs on estimates.
  private func subject(_ explained: Explained) -> HandoutSubject {
    var subject = HandoutSubject(
      goals: [explained.goal], learner: explained.request.learner, outcome: explained.outcome,
      pathway: explained.pathway, catalog: catalog, today: today)
    if !record.isUnnamed { subject.name = record.name }
    if case .answered(.ends(let ends, hasRanges: true))? = enquiries[explained.enquiry(.ends)] { subject.ends = ends }
    if case .answered(.question(.setbacks(let setbacks)))? = enquiries[explained.enquiry(.setbacks)] {
      subject.setbacks = setbacks
    }
    return subject
  }
}
