/// The rectangles that make up a line or a block of one cell, in its units.
struct CellShape {
  var rects: [Rect]
  var opacity = ""

  init?(_ text: String) {
    let (width, height) = FramePicture.cell
    if let arms = CellShape.arms[text] {
      rects = CellShape.lines(arms.sides, thickness: arms.isHeavy ? 3 : 1)
      return
    }
    let whole = Rect(x: 0, y: 2, width: width, height: height - 4)
    switch text {
    case "█": rects = [whole]
    case "▓": (rects, opacity) = ([whole], "0.7")
    case "▒", "░": (rects, opacity) = ([whole], "0.4")
    case "▌": rects = [Rect(x: 0, y: 2, width: width / 2, height: height - 4)]
    case "▐": rects = [Rect(x: width / 2, y: 2, width: width - width / 2, height: height - 4)]
    default:
      guard let eighths = CellShape.eighths.firstIndex(of: text) else { return nil }
      rects = [Rect(x: 0, y: 2, width: max(1, width * (eighths + 1) / 8), height: height - 4)]
    }
  }

  private static let eighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  private enum Side { case left, right, up, down }

  private static let arms: [String: (sides: [Side], isHeavy: Bool)] = [
    "─": ([.left, .right], false), "│": ([.up, .down], false), "┌": ([.right, .down], false),
    "┐": ([.left, .down], false), "└": ([.right, .up], false), "┘": ([.left, .up], false),
    "├": ([.up, .down, .right], false), "┤": ([.up, .down, .left], false), "┬": ([.left, .right, .down], false),
    "┴": ([.left, .right, .up], false), "┼": ([.left, .right, .up, .down], false),
    "━": ([.left, .right], true), "┃": ([.up, .down], true), "┏": ([.right, .down], true),
    "┓": ([.left, .down], true), "┗": ([.right, .up], true), "┛": ([.left, .up], true),
  ]

  private static func lines(_ sides: [Side], thickness: Int) -> [Rect] {
    let (width, height) = FramePicture.cell
    let (x, y) = ((width - thickness) / 2, (height - thickness) / 2)
    return sides.map { side in
      switch side {
      case .left: Rect(x: 0, y: y, width: x + thickness, height: thickness)
      case .right: Rect(x: x, y: y, width: width - x, height: thickness)
      case .up: Rect(x: x, y: 0, width: thickness, height: y + thickness)
      case .down: Rect(x: x, y: y, width: thickness, height: height - y)
      }
    }
  }
}
