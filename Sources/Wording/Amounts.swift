import Catalogs

extension String {
  /// As a sentence begins.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Figures as people read them.
public enum Amounts {
  /// `1,006.00`, or `1,006` where nothing but zeros would follow and `isShort` allows.
  public static func money(_ cents: Int, isShort: Bool = false) -> String {
    let whole = grouped(Int(cents.magnitude) / 100)
    let sign = cents < 0 ? "-" : ""
    let rest = Int(cents.magnitude) % 100
    if isShort && rest == 0 { return sign + whole }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Weeks with one decimal, rounded to the nearest.
  public static func weeks(_ days: Int) -> String { tenths((days * 20 + 7) / 14) }

  /// Hours, with one decimal where they aren't whole.
  public static func hours(_ minutes: Int) -> String {
    let value = (minutes * 20 + 60) / 120
    return value % 10 == 0 ? grouped(value / 10) : tenths(value)
  }

  /// `1 hour`, `2.5 hours`; less than an hour in minutes.
  public static func studyTime(_ minutes: Int) -> String {
    if 0 < minutes && minutes < 60 { return count(minutes, "minute") }
    return minutes == 60 ? "1 hour" : "\(hours(minutes)) hours"
  }

  /// `5 Jan 2026`
  public static func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// `1 credential`, `4 credentials`
  public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// Hundredths without needless zeros: `3`, `7.5`.
  public static func hundredths(_ value: Int) -> String {
    let (whole, rest) = value.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return grouped(whole) }
    return rest % 10 == 0 ? "\(grouped(whole)).\(rest / 10)" : "\(grouped(whole)).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A rate of a currency without needless zeros: `1.08`.
  /// - Parameter millionths: not negative.
  public static func rate(_ millionths: Int) -> String {
    var digits = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return grouped(millionths / 1_000_000) + (digits.isEmpty ? "" : ".\(digits)")
  }

  public static func grouped(_ number: Int) -> String {
    var text = String(number.magnitude)
    var place = text.count - 3
    while place > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: place))
      place -= 3
    }
    return number < 0 ? "-" + text : text
  }

  /// A list in words: `a, b and c`.
  public static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  private static func tenths(_ value: Int) -> String { "\(grouped(value / 10)).\(value % 10)" }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
