import ArgumentParser
import Catalogs
import Learners
import Planning

/// Who the plan is for.
struct LearnerOptions: ParsableArguments {
  @Option(
    name: .customLong("learner"),
    help: ArgumentHelp("The kept learner whose settings these options change for this once.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("Hours of study a week.", valueName: "hours"))
  var hoursPerWeek: HoursArgument?
  @Option(help: ArgumentHelp("Credentials in progress at most. (default: 3)", valueName: "count"))
  var atOnce: Int?
  @Option(help: ArgumentHelp("The first day, as 2026-01-05. (default: today)", valueName: "date"))
  var start: DateArgument?
  @Option(
    help: ArgumentHelp("Credentials held, each perhaps with its date: cka@2024-05-01,ckad", valueName: "id[@date],…"))
  var earned: [String] = []
  @Option(help: ArgumentHelp("Credentials begun, with the hours done: cka:12", valueName: "id:hours,…"))
  var begun: [String] = []
  @Option(
    help: ArgumentHelp(
      "Failed attempts, with the hours left and the day of it: cks:20@2026-01-03", valueName: "id[:hours][@date],…"))
  var failed: [String] = []
  @Option(help: ArgumentHelp("Credentials whose requirements an institution has set aside.", valueName: "id,…"))
  var waive: [String] = []
  @Option(help: ArgumentHelp("Skills held already.", valueName: "skill,…"))
  var knows: [String] = []
  @Option(
    help: ArgumentHelp("A condition that does not hold, in its catalog's words; repeatable.", valueName: "condition"))
  var deny: [String] = []
  @Option(
    help: ArgumentHelp(
      "What is not taken: a credential, a provider, delivery:onsite, language:de, or unvouched.", valueName: "id,…"))
  var exclude: [String] = []
  @Option(help: ArgumentHelp("Credentials taken whatever it costs.", valueName: "id,…"))
  var pin: [String] = []
  @Flag(help: "Leave out whatever rests on an estimate.")
  var noEstimates = false
  @Option(
    help: ArgumentHelp(
      "What a unit of a currency is worth in the goal's: EUR=1.08; repeatable.", valueName: "currency=value"))
  var rate: [RateArgument] = []
  @Option(help: ArgumentHelp("The most that may be spent, what was spent so far included.", valueName: "amount"))
  var budget: MoneyArgument?
  @Option(help: ArgumentHelp("Spent so far.", valueName: "amount"))
  var spent: MoneyArgument?
  @Option(help: ArgumentHelp("When it must be done: 120d, 17w or 2026-06-30.", valueName: "days|weeks|date"))
  var deadline: DeadlineArgument?
  @Option(help: ArgumentHelp("The current wage, yearly: weighs time against money.", valueName: "amount"))
  var wage: MoneyArgument?
  @Option(help: ArgumentHelp("What a week less is worth.", valueName: "amount"))
  var weekPrice: MoneyArgument?

  /// Texts in which ids stand.
  var named: [String] { earned + begun + failed + waive + knows + exclude + pin }

  func validate() throws {
    if let hoursPerWeek, !Learner.Bounds.minutesPerWeek.contains(hoursPerWeek.minutes) {
      throw ValidationError("--hours-per-week must be more than 0, and a week has 168.")
    }
    guard Learner.Bounds.atOnce.contains(atOnce ?? 1) else {
      throw ValidationError("--at-once must be at least 1, and at most \(Learner.Bounds.atOnce.upperBound).")
    }
    for rate in rate where !CurrencyCode.all.contains(rate.currency) {
      let nearest = NearestName.nearest(to: rate.currency, among: CurrencyCode.all)
      throw ValidationError("--rate: no currency is called \"\(rate.currency)\"" + Names.guess(nearest))
    }
  }

  /// The learner these options describe, every id in them borne by something in the catalog.
  func learner(in catalog: Catalog) throws(Failure) -> Learner {
    let base = try name.map { name throws(Failure) in try KeptLearners.record(name).learner.known(in: catalog) }
    return try applied(to: base ?? Learner(start: Today.date), in: catalog)
  }

  /// Settings with what these options say, on top of what is kept: a first day that is named is no longer today.
  func applied(to base: Profile, in catalog: Catalog) throws(Failure) -> Profile {
    Profile(try applied(to: base.learner, in: catalog), startsToday: base.startsToday && start == nil)
  }

  /// A learner with what these options say in place of, or besides, what was set.
  func applied(to base: Learner, in catalog: Catalog) throws(Failure) -> Learner {
    let names = Names(catalog)
    var learner = base
    if let start = start?.date {
      // A deadline stays the date it was.
      learner.deadline = base.deadline.map { $0 - (start - base.start) }
      learner.start = start
    }
    learner.minutesPerWeek = hoursPerWeek?.minutes ?? base.minutesPerWeek
    learner.atOnce = atOnce ?? base.atOnce
    for item in try IdentifierList("--earned", names).dated(earned) {
      learner.earned.updateValue(item.date, forKey: item.id)
    }
    for item in try IdentifierList("--begun", names).withHours(begun) { learner.begun[item.id] = item.minutes }
    for item in try IdentifierList("--failed", names).attempts(failed) { learner.failed[item.id] = item.attempt }
    learner.waived.formUnion(try IdentifierList("--waive", names).credentials(waive))
    learner.knows.formUnion(try IdentifierList("--knows", names).skills(knows))
    learner.excluded.formUnion(try IdentifierList("--exclude", names).exclusions(exclude))
    learner.pinned.formUnion(try IdentifierList("--pin", names).credentials(pin))
    learner.denied.formUnion(deny)
    if noEstimates { learner.allowsEstimates = false }
    for rate in rate { learner.rates[rate.currency] = rate.millionths }
    learner.budget = budget?.cents ?? learner.budget
    learner.spent = spent?.cents ?? learner.spent
    learner.deadline = deadline?.days(from: learner.start) ?? learner.deadline
    learner.currentWage = wage?.cents ?? learner.currentWage
    learner.weekPrice = weekPrice?.cents ?? learner.weekPrice
    for text in deny { names.warnOfCondition(text) }
    return learner
  }
}
