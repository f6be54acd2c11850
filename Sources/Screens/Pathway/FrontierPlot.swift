import Display
import Planning
import Wording

/// Cost against weeks, a dot for each pathway: left and below the line there is nothing to be had.
struct FrontierPlot {
  /// With fewer rows it would say nothing.
  static let least = 7

  let points: [Pathway]
  let selected: Int
  let currency: String

  func draw(_ rect: Rect, _ frame: inout Frame) {
    guard let cheapest = points.first, let fastest = points.last, rect.width >= 16, rect.height >= 5 else { return }
    let (most, least) = (amount(fastest), amount(cheapest))
    let gutter = max(DisplayWidth.of(most), DisplayWidth.of(least))
    frame.write("cost \(currency)", x: rect.x, y: rect.y, role: .dim)
    let canvas = rect.inset(left: gutter + 2, top: 1, right: 1, bottom: 2)
    let axis = canvas.x - 1
    frame.write(most, in: Rect(x: rect.x, y: canvas.y, width: gutter, height: 1), align: .right, role: .dim)
    if fastest.cost > cheapest.cost {
      let lowest = Rect(x: rect.x, y: canvas.endY - 1, width: gutter, height: 1)
      frame.write(least, in: lowest, align: .right, role: .dim)
    }
    frame.verticalLine(x: axis, y: canvas.y, height: canvas.height, role: .grid)
    frame.write(frame.glyphs.axisCorner, x: axis, y: canvas.endY, role: .grid)
    frame.horizontalLine(x: canvas.x, y: canvas.endY, width: rect.endX - canvas.x, role: .grid)
    frame.write(Amounts.weeks(fastest.days), x: canvas.x, y: canvas.endY + 1, role: .dim)
    let longest = "\(Amounts.weeks(cheapest.days)) weeks"
    frame.write(longest, x: rect.endX - DisplayWidth.of(longest), y: canvas.endY + 1, role: .dim)
    drawSteps(canvas, &frame)
    for index in points.indices where index != selected { draw(index, canvas, &frame) }
    draw(selected, canvas, &frame)
  }

  private func amount(_ point: Pathway) -> String { Amounts.grouped((point.cost + 50) / 100) }

  private func draw(_ index: Int, _ canvas: Rect, _ frame: inout Frame) {
    let isSelected = index == selected
    frame.write(
      isSelected ? frame.glyphs.chosenDot : frame.glyphs.dot, x: column(points[index], canvas),
      y: row(points[index], canvas), role: isSelected ? .chartSelected : .chart)
  }

  /// From each pathway on as far as the next slower one, which is cheaper.
  private func drawSteps(_ canvas: Rect, _ frame: inout Frame) {
    for (slower, faster) in zip(points, points.dropFirst()) {
      let (left, right) = (column(faster, canvas), column(slower, canvas))
      let (top, bottom) = (row(faster, canvas), row(slower, canvas))
      frame.horizontalLine(x: left, y: top, width: right - left, role: .grid)
      frame.verticalLine(x: right, y: top, height: bottom - top, role: .grid)
      if right > left, bottom > top { frame.write(frame.glyphs.lines.topRight, x: right, y: top, role: .grid) }
    }
  }

  private func column(_ point: Pathway, _ canvas: Rect) -> Int {
    let (from, to) = (points[points.count - 1].days, points[0].days)
    return canvas.x + scaled(point.days - from, to - from, canvas.width - 2)
  }

  private func row(_ point: Pathway, _ canvas: Rect) -> Int {
    let (from, to) = (points[0].cost, points[points.count - 1].cost)
    return canvas.endY - 1 - scaled(point.cost - from, to - from, canvas.height - 1)
  }

  private func scaled(_ value: Int, _ range: Int, _ width: Int) -> Int {
    range <= 0 ? 0 : (value * max(0, width) + range / 2) / range
  }
}
