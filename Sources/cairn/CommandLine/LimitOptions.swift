import ArgumentParser
import Planning

/// How long a search may take.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The longest that one search may take. (default: 30 for plan, 2 a goal for goals)", valueName: "seconds"))
  var timeLimit: SecondsArgument?

  @Option(help: ArgumentHelp("Search nodes at most; the same limit gives the same answer.", valueName: "count"))
  var limitNodes: Int?

  @Option(
    help: ArgumentHelp(
      "Megabytes that the open part of one search may hold at most; the same limit gives the same answer. "
        + "(default: 1000)", valueName: "megabytes"))
  var limitMemory: Int?

  func validate() throws {
    if let limitNodes, limitNodes < 0 { throw ValidationError("--limit-nodes can't be negative.") }
    if let limitMemory, !(1...1_000_000).contains(limitMemory) {
      throw ValidationError("--limit-memory must be between 1 and 1000000.")
    }
  }

  /// How long one search may take, where nothing else was asked for.
  func time(usually milliseconds: Int) -> Swift.Duration {
    (timeLimit ?? SecondsArgument(milliseconds: milliseconds)).duration
  }

  func search(until shouldStop: @escaping @Sendable () -> Bool) -> SearchLimits {
    SearchLimits(
      nodes: limitNodes, memory: limitMemory.map { $0 * 1_000_000 } ?? SearchLimits.usualMemory, shouldStop: shouldStop)
  }
}
