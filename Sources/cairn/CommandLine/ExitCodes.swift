import ArgumentParser
import Storage

/// What the exit status says, as the contract of the command line has it (the numbers are those of sysexits.h).
enum ExitCodes {
  static let infeasible = ExitCode(3)
  static let usage = ExitCode(64)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let cannotWrite = ExitCode(73)
  static let interrupted = ExitCode(130)
}

/// Why a command ends without a result: a sentence for standard error, and the exit status.
struct Failure: Error {
  var code: ExitCode
  var sentence: String
  /// True where what was in the way is gone, so that it can be tried again at once.
  var isOver = false

  static func usage(_ sentence: String) -> Failure { Failure(code: ExitCodes.usage, sentence: sentence) }
  static func badData(_ sentence: String) -> Failure { Failure(code: ExitCodes.badData, sentence: sentence) }
  /// What became of an index: one that is thrown away is in nobody's way any more.
  static func index(_ failure: StoreFailure) -> Failure {
    var made = badData(failure.sentence)
    if case .damagedIndex = failure { made.isOver = true }
    return made
  }
  static func noInput(_ sentence: String) -> Failure { Failure(code: ExitCodes.noInput, sentence: sentence) }
}

/// A command whose failures are told on standard error.
protocol Subcommand: ParsableCommand {
  /// - Returns: the exit status, 0 for a result.
  func perform() throws -> ExitCode
}

extension Subcommand {
  func run() throws {
    let code: ExitCode
    do {
      code = try performed()
    } catch let failure as Failure {
      Output.complain("cairn: \(failure.sentence)")
      throw failure.code
    }
    guard code == .success else { throw code }
  }

  private func performed() throws -> ExitCode {
    do {
      return try perform()
    } catch let failure as Failure where failure.isOver {
      Output.complain("cairn: \(failure.sentence)")
      return try perform()
    }
  }
}
