import Catalogs
import Foundation

enum Today {
  /// The date where the program runs.
  static var date: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let date = parts.year.flatMap { year in
      parts.month.flatMap { month in parts.day.flatMap { CalendarDate(year: year, month: month, day: $0) } }
    }
    return date ?? CalendarDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400))
  }
}
