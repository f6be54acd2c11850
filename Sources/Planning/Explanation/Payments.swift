import Catalogs

/// Something that is paid on a day of a pathway.
public struct Payment: Hashable, Sendable {
  public var credential: String
  /// From day 0.
  public var day: Int
  /// Cents.
  public var amount: Int
  /// It rests on an estimate or a median.
  public var isEstimate: Bool
  /// It rests on something that isn't known at all: it may be more.
  public var isAtLeast: Bool

  public init(credential: String, day: Int, amount: Int, isEstimate: Bool = false, isAtLeast: Bool = false) {
    self.credential = credential
    self.day = day
    self.amount = amount
    self.isEstimate = isEstimate
    self.isAtLeast = isAtLeast
  }
}

/// What is paid in one month of the calendar.
public struct MonthOfPayments: Hashable, Sendable {
  public var year: Int
  /// 1...12
  public var month: Int
  /// In the order of days, then of the pathway.
  public var payments: [Payment]

  public init(year: Int, month: Int, payments: [Payment] = []) {
    self.year = year
    self.month = month
    self.payments = payments
  }

  /// Cents.
  public var amount: Int { payments.reduce(0) { $0 + $1.amount } }
  public var isEstimate: Bool { payments.contains(where: \.isEstimate) }
  public var isAtLeast: Bool { payments.contains(where: \.isAtLeast) }
}

extension PathwayExplanation {
  /// Everything paid along the pathway, by day: fees when a step starts, monthly prices when each of its months does.
  /// They sum to its cost. Payments that are known to be nothing are left out.
  public var payments: [Payment] {
    timetable.placements.flatMap { payments(for: $0) }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// A month is the twelfth of 365 days, as the contract counts started ones.
  func payments(for placement: Timetable.Placement) -> [Payment] {
    let offer = placement.offer
    let months = (12 * offer.length).ceiling(of: 365)
    // Where figures beyond any sense were held at a limit, all is paid at once.
    let monthly = offer.monthly.capped(times: months) <= offer.cost ? offer.monthly : 0
    func payment(_ amount: Int, after days: Int) -> Payment {
      Payment(
        credential: placement.id, day: placement.start + days, amount: amount, isEstimate: offer.isCostEstimate,
        isAtLeast: offer.isAtLeast)
    }
    var payments = [payment(offer.cost - monthly * months, after: 0)]
    if monthly > 0 { payments += (0..<months).map { payment(monthly, after: $0 * 365 / 12) } }
    return payments.filter { $0.amount > 0 || $0.isAtLeast }
  }

  /// Month by month from the first payment to the last; months in between without one are there too, empty.
  public var moneyByMonth: [MonthOfPayments] {
    var months: [MonthOfPayments] = []
    for payment in payments {
      let (year, month, _) = (checker.learner.start + payment.day).components
      while let last = months.last, (last.year, last.month) != (year, month) {
        months.append(
          last.month == 12
            ? MonthOfPayments(year: last.year + 1, month: 1) : MonthOfPayments(year: last.year, month: last.month + 1))
      }
      if months.isEmpty { months.append(MonthOfPayments(year: year, month: month)) }
      months[months.count - 1].payments.append(payment)
    }
    return months
  }
}
