extension Learner {
  /// Between what each figure of a learner lies, wherever it comes from: beyond it, a slip of the finger is likelier than
  /// a fact, and sums of many such figures still fit an integer.
  public enum Bounds {
    public static let minutesPerWeek = 1...168 * 60
    public static let atOnce = 1...1000
    /// Cents, also of currencies whose units are small.
    public static let money = 0...1_000_000_000_000
    /// Minutes of study, done or left: a hundred thousand hours.
    public static let minutes = 0...6_000_000
    /// Days that something takes: a hundred years.
    public static let days = 0...36_500
    /// Days from the first day to a date, which may have passed: as far as dates can be written.
    public static let deadline = -4_000_000...4_000_000
    /// The same of what was kept, whose first day may have moved on since.
    public static let keptDeadline = -100_000_000...100_000_000
    /// Millionths.
    public static let rate = 1...10_000_000_000_000
  }
}
