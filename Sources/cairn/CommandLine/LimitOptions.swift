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

  func validate() throws {
    if let limitNodes, limitNodes < 0 { throw ValidationError("--limit-nodes can't be negative.") }
  }
}
