import Foundation

/// A file that a command writes at once or not at all; one that is there already is left alone unless asked for.
struct OutputFile {
  var path: String
  var mayReplace: Bool

  func write(_ data: Data) throws(Failure) {
    if !mayReplace && FileManager.default.fileExists(atPath: path) {
      throw Failure(code: ExitCodes.cannotWrite, sentence: "\(path) is there already; --force replaces it")
    }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(code: ExitCodes.cannotWrite, sentence: "can't write \(path)")
    }
  }
}
