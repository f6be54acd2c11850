import Display
import Learners
import Planning
import Wording

/// Into which file the page to take home is to be written.
struct HandoutQuestion: Question {
  /// The name where none is typed.
  let proposal: String

  var title: String { "Page to take home" }
  var hint: String { "Empty: \(proposal); or \(others)" }
  func label(in state: AppState) -> String { "File: " }

  private var others: String { Handout.fileKinds.dropFirst().map { ".\($0)" }.joined(separator: " ") }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    var name = text.trimmed
    if name.isEmpty { return .leave { $0.takeHome(HandoutFile(path: proposal, isProposal: true)) } }
    let file = name.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if file.isEmpty { return .refuse("\"\(name)\" names no file") }
    let kind = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if !file.dropFirst().contains(".") {
      name += "." + Handout.fileKinds[0]
    } else if !Handout.fileKinds.contains(kind) {
      return .refuse("a page is written as \(Amounts.list(Handout.fileKinds.map { ".\($0)" }, "or")), not .\(kind)")
    }
    return .leave { [name] in $0.takeHome(HandoutFile(path: name, isProposal: false)) }
  }
}

extension AppState {
  /// Why there is nothing to take home.
  var reasonAgainstTakingHome: String? {
    guard let goal, let explained = explained(goal.id) else { return "the pathways are not found yet" }
    return explained.pathway == nil ? "there is no pathway to take home" : nil
  }

  fileprivate mutating func takeHome(_ file: HandoutFile) -> [Effect] {
    guard let goal, let explained = explained(goal.id) else { return [] }
    return [.write(Handout(subject(explained)), file)]
  }

  /// With what was asked about the pathway and is answered.
  private func subject(_ explained: Explained) -> HandoutSubject {
    var subject = HandoutSubject(
      goals: [explained.goal], learner: learner, outcome: explained.outcome, pathway: explained.pathway,
      catalog: catalog, today: today)
    if record.name != LearnerRecord.unnamed { subject.name = record.name }
    if case .answered(.ends(let ends, hasRanges: true))? = enquiries[explained.enquiry(.ends)] { subject.ends = ends }
    if case .answered(.question(.setbacks(let setbacks)))? = enquiries[explained.enquiry(.setbacks)] {
      subject.setbacks = setbacks
    }
    return subject
  }
}
