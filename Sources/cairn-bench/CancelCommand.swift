import ArgumentParser
import Planning

/// How long the planner goes on after it was asked to stop.
struct CancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Times how soon the planner stops when asked to, at many moments.",
    discussion:
      "Prints for each instance the longest wait in milliseconds, over moments from a quarter of a millisecond on, each "
      + "twice the last.")

  @Argument(help: "Catalog files, each with the goal to be planned.") var files: [String]
  @OptionGroup var asked: InstanceOptions

  func run() throws {
    for file in files {
      let (name, trial) = try asked.trial(of: file)
      var longest = (wait: 0.0, after: Duration.zero)
      var moment = Duration.microseconds(250)
      while moment < .seconds(2) {
        var cut = trial
        cut.limit = moment
        let result = try cut.median(of: 1)
        if case .incomplete = result.outcome.status {
          let wait = (result.elapsed - moment).inMilliseconds
          if wait > longest.wait { longest = (wait, moment) }
        }
        moment *= 2
      }
      print(
        "{\"after\":\(longest.after.inMilliseconds),\"longestWait\":\(longest.wait),\"name\":\"\(name)\"}")
    }
  }
}
