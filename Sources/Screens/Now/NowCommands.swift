import Catalogs
import Display
import Learners
import Planning
import Wording

extension Command {
  static let hoursDone = Command(
    "hours-done", "hours done", "Say how many hours of the selected step are done so far.", keys: [.character("i")],
    .keeping, places: [.now], unless: { $0.reasonAgainstStanding },
    perform: { state in
      state.selectedCredential.map { state.show(AskingOverlay(StandingQuestion(kind: .begun, credential: $0))) } ?? []
    })
  static let failed = Command(
    "failed", "failed", "Say that the selected step was tried today and failed.", keys: [.character("X")], .keeping,
    places: [.now], unless: { $0.reasonAgainstStanding },
    perform: { state in
      state.selectedCredential.map { state.show(AskingOverlay(StandingQuestion(kind: .failed, credential: $0))) } ?? []
    })
  static let putOff = Command(
    "put-off", "put off", "Put the step, and what comes after it, off by a week.", keys: [.character("P")],
    .keeping, places: [.now], unless: { $0.reasonAgainstPuttingOff }, perform: { $0.putOff() })
}

extension NowPlace {
  static let commands: [Command] = [.hoursDone, .failed, .putOff]
}

/// How far a step has got, or what a failed attempt leaves to be studied.
struct StandingQuestion: Question {
  enum Kind: Hashable, Sendable { case begun, failed }

  let kind: Kind
  let credential: String

  var title: String { kind == .begun ? "Hours done" : "Failed today" }
  var hint: String { kind == .begun ? "Hours done so far, such as 12.5." : "Empty: all of it has to be studied again." }
  func label(in state: AppState) -> String { kind == .begun ? "Hours so far: " : "Hours of study left: " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    let text = text.trimmed
    do throws(AnswerFault) {
      let minutes = kind == .failed && text.isEmpty ? nil : try Typed.minutes(text)
      return .leave { [credential, kind] state in
        let title = state.catalog.title(credential)
        guard kind == .failed else {
          return state.note(fact: "\(Amounts.hours(minutes ?? 0)) h of \(title) done") {
            $0.begun[credential] = minutes ?? 0
          }
        }
        let attempt = FailedAttempt(date: state.today, minutesLeft: minutes)
        return state.note(fact: "\(title) failed") {
          $0.failed[credential] = attempt
          $0.begun[credential] = nil
        }
      }
    } catch {
      return .refuse(error.reason)
    }
  }
}

extension AppState {
  /// The saved pathway that is followed.
  var followed: SavedPathway? { record.followed.flatMap(record.pathway) }

  var reasonAgainstStanding: String? {
    guard followed != nil else { return NowPlace.nothingFollowed }
    guard let place = place as? NowPlace, let item = NowScreen(place, self).item else { return "there is no step" }
    return item.standing == .done ? "\(catalog.title(item.step.credential)) is done" : nil
  }

  var reasonAgainstPuttingOff: String? {
    if let reason = reasonAgainstStanding { return reason }
    guard let id = selectedCredential, let followed else { return nil }
    let moved = Course.puttingOff(id, by: Course.week, in: followed.pathway)
    let checker = PathwayChecker(catalog: catalog, goals: followed.request.goals, learner: followed.request.learner)
    // What the catalogs have broken meanwhile is not this change's fault.
    let known = Set(checker.violations(of: followed.pathway))
    for violation in checker.violations(of: moved) where !known.contains(violation) {
      switch violation {
      case .wrongStart(let other, _): return "\(catalog.title(other)) can't begin a week later"
      case .notOffered(let other): return "\(catalog.title(other)) is not on offer a week later"
      case .unmetRequires(let other, _): return "what \(catalog.title(other)) requires would have lapsed by then"
      case .goalUnmet: return "something it needs would have lapsed by then"
      case .overDeadline, .overBudget: continue
      default: return "it can't be put off by a week"
      }
    }
    return nil
  }

  mutating func putOff() -> [Effect] {
    guard let id = selectedCredential, let name = followed?.name else { return [] }
    return changeSaved(name, "\(catalog.title(id)) put off by a week") {
      $0.pathway = Course.puttingOff(id, by: Course.week, in: $0.pathway)
    }
  }
}
