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
    guard !months.isEmpty else {
      frame.write("Nothing has to be paid.", in: rect.row(0).inset(left: 2), role: .good)
      return drawWages(rect.inset(left: 2, top: 2, right: 1), &frame)
    }
    let selected = min(max(0, place.month), months.count - 1)
    var paid = Lines(width: rect.width - 5)
    for payment in months[selected].payments {
      paid.addItem("\(catalog.title(payment.credential)) \(Amounts.money(payment.amount))", mark: glyphs.separator)
    }
    let list = rect.inset(top: 1, bottom: min(paid.all.count + wageHeight + 2, max(0, rect.height - 4)))
    let columns = MoneyColumns(months, in: rect)
    columns.drawHead(rect.row(0), &frame)
    frame.rows(list, count: months.count, selected: selected, focused: pane == .pathway) { frame, index, row, role in
      columns.draw(index, row, role, &frame)
    }
    let below = rect.inset(left: 2, top: 2 + min(months.count, list.height), right: 1)
    frame.write(paid.all, in: below)
    drawWages(below.inset(top: paid.all.count + 1), &frame)
  }

  // MARK: Wage

  private var wageChange: WageChange? {
    guard let pathway, let goal else { return nil }
    return WageChange(pathway, to: goal, learner: learner, currency: currency)
  }

  private var wageHeight: Int { wageChange.map { $0.now == nil ? 4 : 5 } ?? 0 }

  /// The wage now and then, as bars where both are known, and in what time the pathway is paid back; nothing where there
  /// is too little room for all of it.
  func drawWages(_ rect: Rect, _ frame: inout Frame) {
    guard let change = wageChange, let pathway, let goal, rect.height >= wageHeight else { return }
    frame.write("wage a year, in \(currency)", in: rect.row(0), role: .heading)
    let y = change.now == nil ? 2 : 3
    if let now = change.now {
      let most = max(change.then, now, 1)
      drawWage("now", now, of: most, rect.row(1), &frame)
      drawWage("then", change.then, of: most, rect.row(2), &frame)
    } else {
      frame.write("then \(Amounts.money(change.then, isShort: true)), at the median", in: rect.row(1))
    }
    let worth = GoalWorth(learner: learner, currency: currency, today: state.today)
    var lines = Lines(width: rect.width)
    if let payback = worth.payback(pathway, to: goal) {
      lines.add(payback, .good)
    } else {
      lines.add("With your wage (\(PlaceID.learner.key.name)) it says in what time the cost is paid back.", .dim)
    }
    frame.write(lines.all, in: rect.inset(top: y))
  }
}

extension PathwayScreen {
  private func drawWage(_ name: String, _ wage: Int, of most: Int, _ row: Rect, _ frame: inout Frame) {
    frame.write(name, x: row.x, y: row.y, width: 5)
    let amount = Rect(x: row.x + 5, y: row.y, width: 11, height: 1).intersection(row)
    frame.write(Amounts.money(wage, isShort: true), in: amount, align: .right)
    if glyphs.isLinear { return }
    let bar = row.inset(left: 17)
    frame.fill(bar.split(left: bar.width * (wage / 100) / max(1, most / 100)).left, with: glyphs.bar, role: .chart)
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
    let glyphs = frame.glyphs
    draw(
      [
        name(index), month.payments.isEmpty ? "-" : mark([month], glyphs) + Amounts.money(month.amount),
        mark(months[...index], glyphs) + Amounts.money(totals[index]),
      ], row, role, &frame)
    // Read out line by line, bars say nothing.
    if glyphs.isLinear { return }
    let room = max(0, row.width - 2 - barStart - 1)
    let length = month.amount == 0 ? 0 : max(1, room * (month.amount / 100) / max(1, most / 100))
    let bar = Rect(x: row.x + 2 + barStart, y: row.y, width: min(room, length), height: 1)
    // On the colour of the selection a bar would look like a gap.
    if role != .plain { frame.fill(row.inset(left: bar.x - row.x - 1)) }
    frame.fill(bar, with: frame.glyphs.bar, role: role == .plain ? .chart : .chartSelected)
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

  /// What the amounts of these months rest on.
  private func mark(_ months: some Sequence<MonthOfPayments>, _ glyphs: Glyphs) -> String {
    if months.contains(where: \.isAtLeast) { return glyphs.atLeast }
    return months.contains(where: \.isEstimate) ? "~" : ""
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
