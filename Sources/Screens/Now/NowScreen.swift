import Catalogs
import Display
import Learners
import Planning
import Wording

/// The followed pathway's steps as they stand, and its course against the best from today.
struct NowScreen: Screen {
  let place: NowPlace
  let state: AppState
  let course: Course?

  init(_ place: NowPlace, _ state: AppState) {
    (self.place, self.state) = (place, state)
    course = state.followed.map { Course($0, learner: state.learner, today: state.today) }
  }

  private var catalog: Catalog { state.catalog }
  var items: [Course.Item] { course?.items ?? [] }
  var itemIndex: Int { items.firstIndex { $0.step.credential == place.selected } ?? 0 }
  var item: Course.Item? { items.isEmpty ? nil : items[itemIndex] }
  private var plan: Plan { place.goals(in: state).first.flatMap { state.plans[$0] } ?? Plan() }
  var best: Pathway? { course?.best(of: plan.frontier, state.learner) }

  var status: [String] {
    guard let course else { return [NowPlace.nothingFollowed] }
    let count = course.items.count { $0.standing == .done }
    return [
      "this week \(Amounts.hours(course.minutesThisWeek)) h of \(Amounts.hours(state.learner.minutesPerWeek)) h",
      "\(count) of \(Amounts.count(course.items.count, "step")) done", "planned to end on \(Amounts.date(course.ends))",
    ]
  }

  func draw(_ body: Rect, _ frame: inout Frame) {
    let layout = NowLayout(body, place.pane)
    if !layout.steps.isEmpty { drawSteps(layout.steps, &frame) }
    if !layout.course.isEmpty { drawCourse(layout.course, &frame) }
  }

  // MARK: Steps

  private func drawSteps(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .steps
    let number = items.isEmpty ? nil : (itemIndex, items.count)
    let note = course == nil ? "" : Amounts.date(state.today)
    let inside = frame.pane(rect, "This week", note: note, place: number, focused: isFocused)
    guard course != nil, !items.isEmpty else {
      let text = course == nil ? "\(NowPlace.nothingFollowed)." : "Nothing is left to do: the goal is reached."
      for (offset, part) in DisplayWidth.wrapped(text, to: max(4, inside.width - 2)).enumerated() {
        frame.write(part, in: inside.row(offset).inset(left: 1, right: 1), role: .dim)
      }
      return
    }
    let columns = [("this week", 10), ("left", 8)]
    let isWide = inside.width >= 56
    let standingWidth = isWide ? 19 : 0
    let width = columns.map(\.1).reduce(0, +) + standingWidth
    frame.write("step", x: inside.x + 2, y: inside.y, role: .dim)
    var x = inside.endX - width
    for (name, width) in columns {
      frame.write(name, in: Rect(x: x, y: inside.y, width: width - 1, height: 1), align: .right, role: .dim)
      x += width
    }
    frame.rows(inside.inset(top: 1), count: items.count, selected: itemIndex, focused: isFocused) {
      frame, index, row, role in
      draw(items[index], row, width, isWide, role, &frame)
    }
    drawPicture(inside.inset(top: 1 + items.count), &frame)
  }

  private func draw(
    _ item: Course.Item, _ row: Rect, _ width: Int, _ isWide: Bool, _ role: Role, _ frame: inout Frame
  ) {
    let isDone = item.standing == .done
    let isQuiet = role == .plain && (isDone || item.standing == .later)
    let mark = isDone ? "\(glyphs.check) " : item.standing == .overdue ? "\(glyphs.warning) " : ""
    let title = row.inset(left: 2, right: width + 1)
    frame.write(mark + catalog.title(item.step.credential), in: title, role: isQuiet ? .dim : role)
    let x = row.endX - width
    if item.minutesThisWeek > 0 {
      let text = "\(Amounts.hours(item.minutesThisWeek)) h"
      frame.write(text, in: Rect(x: x, y: row.y, width: 9, height: 1), align: .right, role: role)
    }
    if !isDone {
      let text = "\(Amounts.hours(item.minutesLeft)) h"
      frame.write(text, in: Rect(x: x + 10, y: row.y, width: 7, height: 1), align: .right, role: isQuiet ? .dim : role)
    }
    guard isWide else { return }
    let standingRole: Role = role != .plain ? role : item.standing == .overdue ? .warning : isDone ? .good : .dim
    frame.write(words(item), x: x + 19, y: row.y, width: 18, role: standingRole)
  }

  private func words(_ item: Course.Item) -> String {
    switch item.standing {
    case .done: "done"
    case .overdue: "due \(Amounts.date(item.ends))"
    case .due where item.hasFailed: "failed, again"
    case .due where item.minutesDone > 0: "begun, \(Amounts.hours(item.minutesDone)) h done"
    case .due: "until \(Amounts.date(item.ends))"
    case .later: "from \(Amounts.date(item.starts))"
    }
  }

  // MARK: Course

  private func drawCourse(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .course
    let inside = frame.pane(rect, "Course", focused: isFocused).inset(left: 1, right: 1)
    place.reader.draw(courseLines(width: inside.width), in: inside, focused: isFocused, on: &frame)
  }

  func courseLines(width: Int) -> [Line] {
    var lines = Lines(width: width)
    if let course {
      addPlanned(course, &lines)
      addBest(course, &lines)
      addChanges(course.saved, &lines)
    }
    addLapses(&lines)
    return lines.all
  }

  private func addPlanned(_ course: Course, _ lines: inout Lines) {
    let saved = course.saved
    lines.add("As planned on \(Amounts.date(saved.saved))", .heading)
    lines.add("done \(Amounts.date(course.ends))")
    lines.add("\(Amounts.money(course.costLeft(state.learner))) \(saved.currency) still to pay")
    if let item {
      lines.addHeading(catalog.title(item.step.credential))
      let isPlain = !item.hasFailed && item.minutesDone == 0 && (item.standing == .due || item.standing == .later)
      lines.add("\(Amounts.date(item.starts)) to \(Amounts.date(item.ends))" + (isPlain ? "" : ", \(words(item))"))
      if item.standing != .done { lines.add("e done, i hours so far, X failed, P put off by a week", .dim) }
    }
  }

  private func addBest(_ course: Course, _ lines: inout Lines) {
    lines.addHeading("Best from today")
    guard let best else {
      let isUnknown = plan.outcome == nil && plan.failure == nil && !place.goals(in: state).isEmpty
      return lines.add(isUnknown ? "searching\(glyphs.ellipsis)" : "There is none now.", isUnknown ? .dim : .bad)
    }
    let currency = course.saved.currency
    let ends = state.learner.start + best.days
    lines.add("done \(Amounts.date(ends))")
    lines.add("\(Amounts.money(best.cost)) \(currency) still to pay, \(Amounts.count(best.steps.count, "step"))")
    let drift = CourseWords.drift(
      days: ends - course.ends, cents: best.cost - course.costLeft(state.learner), currency: currency)
    lines.add(drift.text, drift.isGood ? .good : .warning)
    if state.learner.minutesPerWeek != course.saved.request.learner.minutesPerWeek {
      lines.add(
        "at \(Amounts.hours(state.learner.minutesPerWeek)) h a week; planned were "
          + Amounts.hours(course.saved.request.learner.minutesPerWeek), .dim)
    }
    if plan.isSearching { lines.add("still searching", .dim) }
    if let goal = place.goals(in: state).first { lines.add("All pathways from today", .link, to: .goal(goal)) }
  }

  private func addChanges(_ saved: SavedPathway, _ lines: inout Lines) {
    let changes = state.changes(of: saved)
    guard !changes.isEmpty else { return }
    lines.addHeading("Changed since it was saved")
    for change in changes { lines.addItem(ChangeWords.sentence(change, in: catalog), mark: glyphs.separator) }
  }

  private func addLapses(_ lines: inout Lines) {
    let lapses = HeldLapse.all(of: state.learner, in: catalog, today: state.today)
    guard !lapses.isEmpty else { return }
    lines.addHeading("Lapses soon")
    for lapse in lapses {
      lines.addItem(CourseWords.lapse(lapse, state), mark: glyphs.separator, to: .credential(lapse.credential))
    }
  }
}

/// Drift and lapses in words.
enum CourseWords {
  /// `2.0 weeks later and 30.00 USD more than planned`
  static func drift(days: Int, cents: Int, currency: String) -> (text: String, isGood: Bool) {
    var parts: [String] = []
    if days != 0 { parts.append("\(Amounts.weeks(abs(days))) weeks \(days > 0 ? "later" : "sooner")") }
    if cents != 0 { parts.append("\(Amounts.money(abs(cents))) \(currency) \(cents > 0 ? "more" : "less")") }
    if parts.isEmpty { return ("on course", true) }
    return ("\(Amounts.list(parts)) than planned", days <= 0 && cents <= 0)
  }

  /// `Technician lapses on 3 Mar 2026: renew it before, for 50 EUR and 10 h`
  static func lapse(_ lapse: HeldLapse, _ state: AppState) -> String {
    let title = state.catalog.title(lapse.credential)
    if lapse.day < state.today { return "\(title) has lapsed on \(Amounts.date(lapse.day))" }
    let credential = state.catalog.credential(lapse.credential)
    let figures = [
      credential?.validity?.renewalFee.map {
        "\(Amounts.money($0.value, isShort: true)) \(credential?.price.currency ?? "")"
      },
      credential?.validity?.renewalWorkload.map { "\(Amounts.hours($0.value)) h" },
    ].compactMap { $0 }
    let effort = figures.isEmpty ? "" : ", for \(Amounts.list(figures))"
    return "\(title) lapses on \(Amounts.date(lapse.day)): renew it before\(effort)"
  }
}
