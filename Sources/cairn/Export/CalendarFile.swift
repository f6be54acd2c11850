import Catalogs
import Display
import Wording

/// The steps, payments and renewals as an iCalendar file (RFC 5545): whole days, which don't make anybody busy.
struct CalendarFile {
  let handout: Handout

  init(_ handout: Handout) { self.handout = handout }

  var lines: [String] {
    let title = handout.page.title
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cairn//Cairn//EN", "X-WR-CALNAME:\(escaped(title))"]
    return (head + handout.days.flatMap(event) + ["END:VCALENDAR"]).flatMap(CalendarFile.folded)
  }

  private func event(_ day: HandoutDay) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(escaped(([day.id] + handout.goals).joined(separator: "-")))@cairn",
      "DTSTAMP:\(compact(handout.written))T000000Z",
      "DTSTART;VALUE=DATE:\(compact(day.first))", "DTEND;VALUE=DATE:\(compact(day.last + 1))",
      "SUMMARY:\(escaped(day.title))", "DESCRIPTION:\(escaped(day.text))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private func compact(_ date: CalendarDate) -> String { date.iso.filter { $0 != "-" } }

  private func escaped(_ text: String) -> String {
    DisplayWidth.sanitized(text).reduce(into: "") { result, character in
      if "\\;,".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// No line has more than 75 octets; what goes on begins with a space.
  static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for character in line {
      if current.utf8.count + String(character).utf8.count > 75 {
        lines.append(current)
        current = " "
      }
      current.append(character)
    }
    return lines + [current]
  }
}
