import Catalogs
import Display
import Planning
import Wording

// What is paid in which month, as bars with their table, and what the wage makes of it.
extension PathwayScreen {
  var spending: [MonthOfPayments] {
    guard let pathway, let goal else { return [] }
    return PathwayExplanation(of: pathway, goals: [goal.id], learner: learner, in: catalog).moneyByMonth
  }

  func drawMoney(_ rect: Rect, _ frame: inout Frame) {
    let months = spending
    let wages = wageRows(rect.width)
    let list = rect.inset(top: 1, bottom: min(wages.count + 2, max(0, rect.height - 3)))
    guard !months.isEmpty else {
      frame.write("Nothing has to be paid.", in: rect.row(0).inset(left: 2), role: .good)
      drawWages(wages, rect.inset(top: 2), &frame)
      return
    }
    let columns = MoneyColumns(months, in: rect)
    columns.drawHead(rect.row(0), &frame)
    let selected = min(max(0, place.month), months.count - 1)
    frame.rows(list, count: months.count, selected: selected, focused: pane == .pathway) { frame, index, row, role in
      columns.draw(index, row, role, &frame)
    }
    let below = rect.inset(top: 1 + min(months.count, list.height))
    let paid = months[selected].payments.map { "\(catalog.title($0.credential)) \(Amounts.money($0.amount))" }
    let line = below.row(0).inset(left: 4, right: 1)
    frame.fill(line, role: .money)
    frame.write(paid.joined(separator: ", "), in: line, role: .money)
    drawWages(wages, below.inset(top: 2), &frame)
  }

  // MARK: Wage

  private func wageRows(_ width: Int) -> [(text: String, role: Role)] {
    guard let pathway, let goal,
      let change = WageChange(pathway, to: goal, learner: learner, currency: currency)
    else { return [] }
    let room = max(0, width - 26)
    let most = max(change.then, change.now ?? 0, 1)
    func row(_ name: String, _ wage: Int) -> (text: String, role: Role) {
      let amount = Amounts.money(wage, isShort: true)
      let padding = String(repeating: " ", count: max(1, 13 - amount.count))
      return (name + padding + amount + " " + bar(wage, of: most, columns: room), .chart)
    }
    var rows: [(text: String, role: Role)] = [("wage a year, in \(currency)", .heading)]
    if let now = change.now { rows.append(row("  now ", now)) }
    rows.append(row("  then", change.then))
    rows.append(("  " + change.sentence, change.payback == nil ? .dim : .good))
    return rows
  }

  private func drawWages(_ rows: [(text: String, role: Role)], _ rect: Rect, _ frame: inout Frame) {
    for (offset, row) in rows.prefix(max(0, rect.height)).enumerated() {
      frame.write(row.text, in: rect.row(offset).inset(left: 2, right: 1), role: row.role)
    }
  }

  private func bar(_ value: Int, of most: Int, columns: Int) -> String {
    String(repeating: glyphs.bar, count: columns * (value / 100) / max(1, most / 100))
  }
}

/// Month, amount, total so far, and a bar in what is left.
private struct MoneyColumns {
  private let months: [MonthOfPayments]
  private let totals: [Int]
  private let most: Int
  private let hasTotals: Bool
  private static let nameWidth = 9
  private static let amountWidth = 11

  init(_ months: [MonthOfPayments], in rect: Rect) {
    self.months = months
    var sum = 0
    totals = months.map { month in
      sum += month.amount
      return sum
    }
    most = max(1, months.map(\.amount).max() ?? 1)
    hasTotals = rect.width >= 44
  }

  private var barStart: Int { MoneyColumns.nameWidth + MoneyColumns.amountWidth * (hasTotals ? 2 : 1) + 1 }

  func drawHead(_ row: Rect, _ frame: inout Frame) {
    draw(["month", "paid", "so far"], row, .dim, &frame)
  }

  func draw(_ index: Int, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    let month = months[index]
    draw(
      [name(index), month.amount == 0 ? "-" : Amounts.money(month.amount), Amounts.money(totals[index])], row, role,
      &frame)
    let room = max(0, row.width - 2 - barStart - 1)
    let length = month.amount == 0 ? 0 : max(1, room * (month.amount / 100) / max(1, most / 100))
    let bar = Rect(x: row.x + 2 + barStart, y: row.y, width: min(room, length), height: 1)
    frame.fill(bar, with: frame.glyphs.bar, role: role == .plain ? .chart : role)
  }

  private func draw(_ texts: [String], _ row: Rect, _ role: Role, _ frame: inout Frame) {
    var x = row.x + 2
    frame.write(texts[0], x: x, y: row.y, width: MoneyColumns.nameWidth, role: role)
    x += MoneyColumns.nameWidth
    for text in texts.dropFirst().prefix(hasTotals ? 2 : 1) {
      let cell = Rect(x: x, y: row.y, width: MoneyColumns.amountWidth, height: 1)
      frame.write(text, in: cell, align: .right, role: role)
      x += MoneyColumns.amountWidth
    }
  }

  /// `Jan 2026`; the year where it is another than the month's above.
  private func name(_ index: Int) -> String {
    let month = months[index]
    let first = CalendarDate(year: month.year, month: month.month, day: 1)
    let words = first.map { Amounts.date($0).split(separator: " ").map(String.init) } ?? []
    guard words.count == 3 else { return "\(month.month)/\(month.year)" }
    return index == 0 || months[index - 1].year != month.year ? "\(words[1]) \(words[2])" : words[1]
  }
}
