import Catalogs
import Display
import Learners
import Planning
import Wording

extension AppState {
  static let least = Size(width: 40, height: 10)

  /// What it looks like at a size.
  public func frame(size: Size) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    guard size.width >= AppState.least.width, size.height >= AppState.least.height else {
      frame.write("Cairn needs \(AppState.least.width) x \(AppState.least.height)", x: 0, y: 0)
      frame.cursor = Point(x: 0, y: 0)
      return frame
    }
    let body = body(size)
    drawHeader(&frame)
    if goal == nil { drawGoals(body, &frame) } else { drawPathway(body, &frame) }
    drawStatus(Rect(x: 0, y: size.height - 2, width: size.width, height: 1), &frame)
    drawFooter(Rect(x: 0, y: size.height - 1, width: size.width, height: 1), &frame)
    if let overlay { drawOverlay(overlay, on: &frame) }
    return frame
  }

  /// What is left between the header and the status.
  func body(_ size: Size) -> Rect { Rect(size).inset(top: 1, bottom: 2) }

  private func drawHeader(_ frame: inout Frame) {
    let width = frame.size.width
    var x = 1 + frame.write("Cairn", x: 1, y: 0, role: .title) + 2
    let place = goal.map { width < 80 ? "Goals \(glyphs.pointer) \($0.title)" : $0.title } ?? "Goals"
    let settings = settingsText
    let note =
      "\(Amounts.count(catalog.headers.count, "catalog")) \(glyphs.separator) "
      + Amounts.count(catalog.credentials.count, "credential")
    let noteWidth = DisplayWidth.of(note)
    let settingsWidth = DisplayWidth.of(settings)
    let room = width - x - 1
    x += frame.write(place, x: x, y: 0, width: max(10, room), role: .heading) + 3
    if x + settingsWidth <= width { x += frame.write(settings, x: x, y: 0, role: .plain) + 3 }
    if x + noteWidth < width { frame.write(note, x: width - noteWidth - 1, y: 0, role: .dim) }
  }

  /// `10 h/week · 3 at once · from 5 Jan 2026`, and what else was set.
  private var settingsText: String {
    var parts = keepingWords + ["\(Amounts.hours(learner.minutesPerWeek)) h/week", "\(learner.atOnce) at once"]
    parts.append("from \(Amounts.date(learner.start))")
    if let budget = learner.budget { parts.append("at most \(Amounts.money(budget, isShort: true))") }
    if let deadline = learner.deadline { parts.append("within \(Amounts.weeks(deadline)) weeks") }
    if !learner.excluded.isEmpty { parts.append("\(learner.excluded.count) excluded") }
    if !learner.pinned.isEmpty { parts.append("\(learner.pinned.count) pinned") }
    if !learner.earned.isEmpty { parts.append("\(learner.earned.count) earned") }
    return parts.joined(separator: " \(glyphs.separator) ")
  }

  /// `for ana`, `draft`, `not saved`: what is to be known of the record itself.
  private var keepingWords: [String] {
    guard keeping != .off else { return [] }
    var words = record.name == LearnerRecord.unnamed ? [] : ["for \(record.name)"]
    if record.hasDraft { words.append("draft") }
    if case .failing = keeping { words.append("not saved") }
    return words
  }

  private func drawStatus(_ row: Rect, _ frame: inout Frame) {
    if !message.isEmpty {
      frame.write(message, in: row.inset(left: 1, right: 1), role: .accent)
      return
    }
    guard goal != nil, let pathway else { return }
    let separator = " \(glyphs.separator) "
    var parts = [
      (pathway.isAtLeast ? "at least " : "") + "\(Amounts.money(pathway.cost)) \(currency)",
      "\(Amounts.weeks(pathway.days)) weeks, done \(Amounts.date(learner.start + pathway.days))",
      "\(pathway.steps.contains { $0.isEstimate } ? "~" : "")\(Amounts.hours(pathway.minutes)) h",
      Amounts.count(pathway.steps.count, "credential"),
    ]
    if let first = pathway.steps.map(\.finish).min(), pathway.steps.count > 1 {
      parts.append("first award \(Amounts.date(learner.start + first))")
    }
    if let count = plan.outcome?.assumptions.count, count > 0 {
      parts.append("\(Amounts.count(count, "assumption")): a")
    }
    frame.write(parts.joined(separator: separator), in: row.inset(left: 1, right: 1), role: .plain)
  }

  private func drawFooter(_ row: Rect, _ frame: inout Frame) {
    var x = 1
    for action in footerActions {
      let keys =
        action.keys.first.map { key in
          switch key {
          case .up: glyphs.up
          case .down: glyphs.down
          default: key.name
          }
        } ?? ""
      let names =
        action == .down ? glyphs.up + glyphs.down : action == .fewerHours ? "+/-" : action == .undo ? "u/U" : keys
      let label =
        action == .down ? "move" : action == .fewerHours ? "hours" : action == .undo ? "undo/redo" : action.name
      let width = DisplayWidth.of(names) + 1 + DisplayWidth.of(label) + 2
      guard x + width <= row.endX else { break }
      frame.write(names, x: x, y: row.y, role: .key)
      frame.write(label, x: x + DisplayWidth.of(names) + 1, y: row.y, role: .dim)
      x += width
    }
  }

  private var footerActions: [Action] {
    goal == nil
      ? [.down, .open, .find, .help, .quit, .fewerHours, .undo, .budget, .deadline]
      : [.down, .nextPane, .fewerHours, .help, .back, .exclude, .pin, .earned, .undo, .view, .find, .quit]
  }
}
