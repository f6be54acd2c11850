/// Neighbouring cells of one row that look the same.
struct Run: Hashable {
  var x: Int
  var width: Int
  var text: String
  var role: Role
}

extension Frame {
  /// The runs of a row.
  func runs(_ y: Int) -> [Run] {
    var runs: [Run] = []
    for x in 0..<size.width {
      let cell = cell(x: x, y: y)
      if let last = runs.last, last.role == cell.role || cell.isContinuation {
        runs[runs.count - 1].text += cell.text
        runs[runs.count - 1].width += 1
      } else {
        runs.append(Run(x: x, width: 1, text: cell.text, role: cell.role))
      }
    }
    return runs
  }
}
