import Catalogs
import Display
import Planning
import Wording

// The pathway as a stack: what each step unlocks.
extension PathwayScreen {
  var stack: StackTree? {
    pathway.map { StackTree($0, goals: [goal?.id].compactMap { $0 }, learner: learner, in: catalog) }
  }

  func drawStack(_ rect: Rect, _ frame: inout Frame) {
    guard let stack else { return }
    let hasDates = rect.width >= 44
    let dates = hasDates ? 13 : 0
    frame.write("what unlocks what", x: rect.x + 2, y: rect.y, role: .dim)
    if hasDates { frame.write("held", in: rect.row(0).inset(right: 1), align: .right, role: .dim) }
    let selected = stack.rows.firstIndex { $0.step.credential == step?.credential }
    let list = rect.inset(top: 1, bottom: 1)
    frame.rows(list, count: stack.rows.count, selected: selected, focused: pane == .pathway) {
      frame, index, row, role in
      let item = stack.rows[index]
      let title = catalog.title(item.step.credential)
      let text = glyphs.isLinear ? title + after(stack.rows, index) : guides(item) + title + besides(item)
      frame.write(text, x: row.x + 2, y: row.y, width: max(0, row.width - 3 - dates), role: role)
      guard hasDates else { return }
      let date = Amounts.date(learner.start + item.step.finish)
      frame.write(date, in: row.inset(right: 1), align: .right, role: role == .plain ? .dim : role)
    }
    drawCrown(stack, rect.inset(top: min(rect.height - 1, stack.rows.count + 1)), hasDates, &frame)
  }

  private func guides(_ row: StackTree.Row) -> String {
    guard row.depth > 0 else { return "" }
    let past = row.goesOn.dropFirst().map { $0 ? glyphs.trunk + "  " : "   " }.joined()
    return past + (row.isLast ? glyphs.lastBranch : glyphs.branch) + glyphs.lines.horizontal + " "
  }

  /// In words what the branches show.
  private func after(_ rows: [StackTree.Row], _ index: Int) -> String {
    let under = rows[..<index].last { $0.depth < rows[index].depth }?.step.credential
    let needs = ([under].compactMap { $0 } + rows[index].besides).map(catalog.title)
    return needs.isEmpty ? "" : ", after \(Amounts.list(needs))"
  }

  private func besides(_ row: StackTree.Row) -> String {
    row.besides.isEmpty ? "" : ", with \(Amounts.list(row.besides.map(catalog.title)))"
  }

  private func drawCrown(_ stack: StackTree, _ rect: Rect, _ hasDates: Bool, _ frame: inout Frame) {
    guard let goal, let pathway, rect.height > 0 else { return }
    let row = rect.row(0)
    frame.write("\(glyphs.diamond) \(goal.title)", in: row.inset(left: 2, right: hasDates ? 14 : 1), role: .good)
    if hasDates {
      let date = Amounts.date(learner.start + pathway.days)
      frame.write(date, in: row.inset(right: 1), align: .right, role: .good)
    }
    var lines = Lines(width: rect.width - 5)
    for id in stack.crown { lines.addItem(catalog.title(id), mark: glyphs.separator, role: .dim) }
    guard rect.height > lines.all.count + 1 else { return }
    frame.write("what it asks for is given by", in: rect.row(1).inset(left: 4, right: 1), role: .dim)
    frame.write(lines.all, in: rect.inset(left: 4, top: 2, right: 1))
  }
}
