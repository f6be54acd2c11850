import Foundation
import Storage
import Wording

/// Tells on standard error how far a long work is: its phase, the count, the rate and the time left.
///
/// At a terminal one line changes; elsewhere a line is written for every tenth.
final class ProgressMeter {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var phase: IndexProgress.Phase?
  private var began = ContinuousClock.now
  /// What was done when the phase began here.
  private var first = ProgressLine.Begun(part: 0, done: 0)
  private var lastTenth = -1

  func show(_ progress: IndexProgress) { show(progress, part: nil) }

  /// - Parameter part: how much of the phase is done, from 0 to 1, where the counts don't tell it.
  func show(_ progress: IndexProgress, part: Double?) {
    let part = part ?? progress.total.map { Double(progress.done) / Double(max(1, $0)) } ?? 0
    if phase != progress.phase {
      phase = progress.phase
      began = .now
      first = ProgressLine.Begun(part: part, done: progress.done)
      lastTenth = -1
    }
    let line = ProgressLine(
      progress: progress, part: part, begun: first, seconds: ProgressMeter.seconds(began.duration(to: .now))
    ).text
    let tenth = Int(part * 10)
    if isTerminal {
      FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    } else if tenth > lastTenth {
      lastTenth = tenth
      Output.complain(line)
    }
  }

  /// Takes the line away.
  func end() {
    if isTerminal, phase != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private static func seconds(_ duration: Swift.Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// How far a long work is, in words: its phase, the count, the rate and the time left, as far as they can be told.
struct ProgressLine {
  /// What was done when the phase began.
  struct Begun {
    /// From 0 to 1.
    var part: Double
    var done: Int
  }

  var progress: IndexProgress
  /// How much of the phase is done, from 0 to 1.
  var part: Double
  var begun: Begun
  /// Since the phase began.
  var seconds: Double

  var text: String {
    let number = (IndexProgress.Phase.allCases.firstIndex(of: progress.phase) ?? 0) + 1
    var parts = ["\(number) of \(IndexProgress.Phase.allCases.count - 1)  \(ProgressLine.name(progress.phase))"]
    if progress.done > 0, progress.phase != .merging {
      parts.append(
        Amounts.count(progress.done, "entry", plural: "entries")
          + (progress.total.map { " of \(Amounts.grouped($0))" } ?? ""))
    }
    if seconds > 1, progress.done > begun.done, progress.phase != .merging {
      parts.append("\(Amounts.grouped(Int(Double(progress.done - begun.done) / seconds)))/s")
    }
    if seconds > 1, part > begun.part {
      let left = seconds * (1 - part) / (part - begun.part)
      parts.append("\(ProgressLine.time(Int(left.rounded(.up)))) left")
    }
    return parts.joined(separator: "  ")
  }

  private static func name(_ phase: IndexProgress.Phase) -> String {
    switch phase {
    case .reading: "reading"
    case .ranking: "ranking"
    case .words: "indexing words"
    case .merging: "merging"
    case .counting: "counting"
    case .done: "done"
    }
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
