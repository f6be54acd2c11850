/// The number that somebody means who writes it as people do: `90 EUR`, `0,5`, `1.200,00`, `5 %`.
enum LikelyNumber {
  /// Plain decimals; `nil` where the text has none, or several as in `40-60`.
  static func meant(by text: String) -> String? {
    let runs = text.split { !($0.isASCII && $0.isNumber || $0 == "." || $0 == ",") }
    let numbers = runs.filter { $0.contains(where: \.isNumber) }
    guard numbers.count == 1, let run = numbers.first, run.count < 20 else { return nil }
    let plain = plain(run.trimming { $0 == "." || $0 == "," })
    return DecimalText(plain) == nil ? nil : plain
  }

  /// The last mark is of the decimals, unless three digits follow it as behind thousands; the others group digits.
  private static func plain(_ run: Substring) -> String {
    guard let last = run.lastIndex(where: { !$0.isNumber }) else { return String(run) }
    let (whole, part) = (run[..<last], run[run.index(after: last)...])
    let marks = Set(run.filter { !$0.isNumber })
    let isGrouping = marks.count == 1 && part.count == 3 && whole.first != "0"
    let digits = whole.filter(\.isNumber)
    return isGrouping ? digits + part : "\(digits).\(part)"
  }
}

extension Substring {
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
    var rest = drop(while: isLeftOut)
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return rest
  }
}
