import Foundation
import Storage

/// A file that a command writes at once or not at all; one that is there already is left alone unless asked for.
struct OutputFile {
  var path: String
  var mayReplace: Bool
  /// True for what is about somebody: its owner alone can read it.
  var isPrivate = false

  func write(_ data: Data) throws(Failure) {
    if !mayReplace && FileManager.default.fileExists(atPath: path) {
      throw Failure(code: ExitCodes.cannotWrite, sentence: "\(path) is there already; --force replaces it")
    }
    do {
      let file = URL(fileURLWithPath: path)
      if isPrivate { try PrivateFiles.write(data, to: file) } else { try data.write(to: file, options: .atomic) }
    } catch {
      throw Failure(code: ExitCodes.cannotWrite, sentence: "can't write \(path)")
    }
  }
}
