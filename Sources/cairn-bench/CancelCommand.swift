import ArgumentParser
import Planning

/// How long the planner goes on after it was asked to stop.
struct CancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Times how soon the planner stops when asked to, at many moments.",
    discussion:
      "Prints for each instance the longest wait in milliseconds, over moments from 1 ms on, each twice the last.")

  @Argument(help: "Catalog files, each with the goal to be planned.") var files: [String]
  @OptionGroup var asked: InstanceOptions

  func run() throws {
    for file in files {
      let (name, trial) = try asked.trial(of: file)
      var longest = (wait: 0.0, after: Duration.zero, compiled: Duration.zero)
      var moment = Duration.milliseconds(1)
      while moment < .seconds(2) {
        var cut = trial
        cut.limit = moment
        let result = try cut.median(of: 1)
        if case .incomplete = result.outcome.status {
          let wait = (result.elapsed - moment).inMilliseconds
          if wait > longest.wait { longest = (wait, moment, result.compiled) }
        }
        moment *= 2
      }
      print(
        "{\"after\":\(longest.after.inMilliseconds),\"compiled\":\(longest.compiled.inMilliseconds),"
          + "\"longestWait\":\(longest.wait),\"name\":\"\(name)\"}")
    }
  }
}
