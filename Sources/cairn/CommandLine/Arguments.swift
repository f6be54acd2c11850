import ArgumentParser
import Catalogs
import Display
import Planning

/// An amount of money, in cents.
struct MoneyArgument: ExpressibleByArgument {
  var cents: Int

  init?(argument: String) {
    guard let decimal = DecimalText(argument), let cents = decimal.rounded(times: 100),
      Learner.Bounds.money.contains(cents), !decimal.isNegative
    else { return nil }
    self.cents = cents
  }
}

/// Hours of study, in minutes.
struct HoursArgument: ExpressibleByArgument {
  var minutes: Int

  init?(argument: String) {
    guard let decimal = DecimalText(argument), let minutes = decimal.rounded(times: 60),
      Learner.Bounds.minutes.contains(minutes), !decimal.isNegative
    else { return nil }
    self.minutes = minutes
  }
}

/// A limit of time, in milliseconds.
struct SecondsArgument: ExpressibleByArgument {
  var milliseconds: Int

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  init?(argument: String) {
    guard let decimal = DecimalText(argument), !decimal.isNegative, let value = decimal.rounded(times: 1000) else {
      return nil
    }
    milliseconds = min(value, 1_000_000_000)
  }

  var duration: Swift.Duration { .milliseconds(milliseconds) }
}

struct DateArgument: ExpressibleByArgument {
  var date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(iso: argument) else { return nil }
    self.date = date
  }
}

/// `120d`, `17w` or the last day itself.
enum DeadlineArgument: ExpressibleByArgument {
  case days(Int)
  case date(CalendarDate)

  init?(argument: String) {
    if let date = CalendarDate(iso: argument) {
      self = .date(date)
      return
    }
    let unit = argument.last == "d" ? 1 : 7
    guard argument.last == "d" || argument.last == "w", let number = DecimalText(String(argument.dropLast())),
      !number.isNegative, let thousandths = number.rounded(times: 1000 * unit),
      Learner.Bounds.deadline.contains(thousandths / 1000)
    else { return nil }
    self = .days(thousandths / 1000)
  }

  func days(from start: CalendarDate) -> Int {
    switch self {
    case .days(let days): return days
    case .date(let date): return date - start
    }
  }
}

/// `300`, `8w`, or both with a comma between.
struct ReachArgument: ExpressibleByArgument {
  var reach = Neighbourhood()

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else { return nil }
    for part in parts {
      if case .days(let days)? = DeadlineArgument(argument: part), reach.days == nil {
        reach.days = days
      } else if let money = MoneyArgument(argument: part), reach.cost == nil {
        reach.cost = money.cents
      } else {
        return nil
      }
    }
  }
}

/// `EUR=1.08`: what one unit of that currency is worth in the currency of the goal.
struct RateArgument: ExpressibleByArgument {
  var currency: String
  var millionths: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let decimal = DecimalText(String(parts[1])), !decimal.isNegative,
      let millionths = decimal.rounded(times: 1_000_000), Learner.Bounds.rate.contains(millionths)
    else { return nil }
    currency = parts[0].uppercased()
    self.millionths = millionths
  }
}

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
