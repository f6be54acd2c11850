import Foundation

/// Where things are kept, by the XDG base directory specification, on macOS too
/// (https://specifications.freedesktop.org/basedir-spec).
public struct StorageFolders: Hashable, Sendable {
  /// What learners told: theirs, never thrown away.
  public var data: URL
  /// What can be made anew from catalogs.
  public var cache: URL
  /// What the user wrote, such as keys.
  public var configuration: URL

  /// - Parameter environment: its `XDG_…_HOME` count where they are absolute, as the specification asks; else folders
  ///   below `HOME`.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    func folder(_ variable: String, _ fallback: String) -> URL {
      let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return URL(fileURLWithPath: named ?? home + "/" + fallback, isDirectory: true)
        .appendingPathComponent("cairn", isDirectory: true)
    }
    data = folder("XDG_DATA_HOME", ".local/share")
    cache = folder("XDG_CACHE_HOME", ".cache")
    configuration = folder("XDG_CONFIG_HOME", ".config")
  }
}
