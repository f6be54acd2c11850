import Display
import Planning
import Wording

extension AppState {
  func drawOverlay(_ overlay: Overlay, on frame: inout Frame) {
    switch overlay {
    case .help(let scroll, let words): drawHelp(scroll, words, &frame)
    case .assumptions(let scroll): drawAssumptions(scroll, &frame)
    case .find(let text, let selected): drawFind(text, selected, &frame)
    case .prompt(let action, let text): drawPrompt(action, text, &frame)
    }
  }

  private func window(width: Int, height: Int, in size: Size) -> Rect {
    let width = min(width, size.width)
    let height = min(height, size.height)
    return Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }

  private func open(_ rect: Rect, _ labels: BoxLabels, _ frame: inout Frame) -> Rect {
    frame.fill(rect)
    return frame.box(rect, labels: labels, focused: true).inset(left: 1, right: 1)
  }

  // MARK: Help

  /// The action whose key is named, then those whose sentence has the words; all of them where there are no words.
  func helpLines(_ words: String) -> [(keys: String, sentence: String)] {
    let named = Key(name: words).flatMap { Action.byKey[$0] }
    let wanted = words.lowercased()
    let others = Action.allCases.filter { action in
      action != named && (wanted.isEmpty || action.sentence.lowercased().contains(wanted))
    }
    return ((named.map { [$0] } ?? []) + others).map { ($0.keyNames(glyphs), $0.sentence) }
  }

  private func helpWindow(_ size: Size) -> Rect {
    window(width: 76, height: min(size.height - 2, Action.allCases.count + 4), in: size)
  }

  /// How many lines of help are in view.
  var helpHeight: Int { helpWindow(size).height - 3 }

  private func drawHelp(_ scroll: Int, _ words: String, _ frame: inout Frame) {
    let lines = helpLines(words)
    let labels = BoxLabels(title: "Keys", footer: "type a word or a key to find it, Esc to go back")
    let inside = open(helpWindow(frame.size), labels, &frame)
    frame.write("Find: ", x: inside.x, y: inside.y, role: .dim)
    let end = frame.write(words, x: inside.x + 6, y: inside.y, width: inside.width - 7, role: .entry)
    frame.cursor = Point(x: inside.x + 6 + end, y: inside.y)
    frame.showsCursor = true
    let list = inside.inset(top: 1)
    if lines.isEmpty { frame.write("No key does anything like that.", in: list.row(0), role: .dim) }
    for (place, line) in lines.dropFirst(max(0, min(scroll, lines.count - list.height))).enumerated() {
      let row = list.row(place)
      guard !row.isEmpty else { break }
      frame.write(line.keys, x: row.x, y: row.y, width: 18, role: .key)
      frame.write(line.sentence, x: row.x + 19, y: row.y, width: max(0, row.width - 19))
    }
  }

  // MARK: Assumptions

  func assumptionLines(width: Int) -> [(text: String, role: Role)] {
    guard let outcome = plan.outcome else { return [("No pathway has been computed yet.", .dim)] }
    var lines: [(String, Role)] = []
    func add(_ title: String, _ sentences: [String]) {
      if sentences.isEmpty { return }
      if !lines.isEmpty { lines.append(("", .plain)) }
      lines.append((title, .heading))
      for sentence in sentences {
        for (place, part) in DisplayWidth.wrapped(sentence, to: max(8, width - 2)).enumerated() {
          lines.append(((place == 0 ? "\(glyphs.separator) " : "  ") + part, .plain))
        }
      }
    }
    add("The pathways rest on this", sentences.assumptions(outcome.assumptions))
    add(
      "Left out",
      outcome.leftOut.map { "\(catalog.title($0.credential)): \(sentences.leftOut($0.reason, start: learner.start))" })
    return lines.isEmpty ? [("They rest on nothing but the catalog's own figures.", .plain)] : lines
  }

  private func assumptionWindow(_ size: Size) -> Rect { window(width: 90, height: size.height - 4, in: size) }

  /// How many lines of assumptions there are, and how many are in view.
  var assumptionCounts: (all: Int, shown: Int) {
    let inside = assumptionWindow(size).inset(left: 2, top: 1, right: 2, bottom: 1)
    return (assumptionLines(width: inside.width).count, inside.height)
  }

  private func drawAssumptions(_ scroll: Int, _ frame: inout Frame) {
    let inside = open(assumptionWindow(frame.size), BoxLabels(title: "Assumptions", footer: "Esc to go back"), &frame)
    let lines = assumptionLines(width: inside.width)
    frame.cursor = Point(x: inside.x, y: inside.y)
    for (place, line) in lines.dropFirst(max(0, min(scroll, lines.count - inside.height))).enumerated() {
      let row = inside.row(place)
      guard !row.isEmpty else { break }
      frame.write(line.text, in: row, role: line.role)
    }
  }

  // MARK: Find and prompt

  private func drawFind(_ text: String, _ selected: String?, _ frame: inout Frame) {
    let rect = window(width: 76, height: min(24, frame.size.height - 2), in: frame.size)
    let results = finding.results(text)
    let place = results.firstIndex { $0.id == selected } ?? 0
    let note = results.isEmpty ? "" : "\(place + 1) of \(results.count)"
    let inside = open(rect, BoxLabels(title: "Find", note: note, footer: "Enter goes there, Esc back"), &frame)
    frame.write("/", x: inside.x, y: inside.y, role: .key)
    let room = inside.width - 3
    let end = frame.write(ending(of: text, in: room), x: inside.x + 2, y: inside.y, width: room, role: .entry)
    frame.cursor = Point(x: inside.x + 2 + end, y: inside.y)
    frame.showsCursor = true
    let list = inside.inset(top: 1)
    if results.isEmpty { frame.write("Nothing is called anything like that.", in: list.row(0), role: .dim) }
    let first = Scrolling.first(selected: place, count: results.count, height: list.height)
    for (offset, result) in results.dropFirst(first).prefix(list.height).enumerated() {
      let row = list.row(offset)
      let isSelected = first + offset == place
      let role: Role = isSelected ? .selection : .plain
      if isSelected { frame.fill(row, role: .selection) }
      let noteWidth = min(row.width / 2, DisplayWidth.of(result.note))
      frame.write(isSelected ? glyphs.pointer : " ", x: row.x, y: row.y, role: role)
      frame.write(result.title, x: row.x + 2, y: row.y, width: max(0, row.width - noteWidth - 4), role: role)
      frame.write(
        result.note, x: row.endX - noteWidth, y: row.y, width: noteWidth, role: isSelected ? .selection : .dim)
    }
  }

  /// What is being typed stays in sight: where a field is too short, the beginning gives way.
  private func ending(of text: String, in room: Int) -> String {
    var shown = Substring(text)
    while DisplayWidth.of(String(shown)) > max(0, room), !shown.isEmpty { shown.removeFirst() }
    return String(shown)
  }

  private func drawPrompt(_ action: Action, _ text: String, _ frame: inout Frame) {
    let rect = window(width: 56, height: 4, in: frame.size)
    let title = action == .budget ? "Budget" : "Deadline"
    let inside = open(rect, BoxLabels(title: title, footer: "Enter sets it, Esc leaves it"), &frame)
    let question = action == .budget ? "At most, in \(currency): " : "Done within how many weeks: "
    let start = frame.write(question, x: inside.x, y: inside.y)
    let room = inside.width - start - 1
    let end = frame.write(ending(of: text, in: room), x: inside.x + start, y: inside.y, width: room, role: .entry)
    frame.write("Leave it empty for none.", in: inside.row(1), role: .dim)
    frame.cursor = Point(x: inside.x + start + end, y: inside.y)
    frame.showsCursor = true
  }
}
