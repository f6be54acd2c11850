import Foundation

/// A whole number that whoever runs the tests sets, such as `CAIRN_SOAK=100000`.
func environmentNumber(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap(Int.init) }

/// The top of the repository.
func repository(file: String = #filePath) -> URL {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
