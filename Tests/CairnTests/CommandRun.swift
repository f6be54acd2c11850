import Foundation
import Testing

/// The built program, run to its end as a script would run it.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameters:
  ///   - script: shell text in which `"$@"` stands for the program and its arguments.
  ///   - environment: variables besides the locale, which is UTF-8 unless they say otherwise.
  @discardableResult
  init(
    _ arguments: [String], script: String = "exec \"$@\"", environment: [String: String] = [:],
    in folder: TemporaryFolder
  ) throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: BuiltProgram.path), "the program is not built: \(BuiltProgram.path)")
    let run = UUID().uuidString
    let variables = ["LC_ALL": "C.UTF-8"].merging(environment) { $1 }.map { "\($0)=\($1)" }
    status = try Spawned.run(
      ["/usr/bin/env"] + variables
        + ["/bin/sh", "-c", "exec 2>'\(folder.path(run + ".err"))'; cd '\(folder.url.path)'; \(script)", "sh"]
        + [BuiltProgram.path] + arguments, output: folder.path(run + ".out"))
    output = folder.text(of: run + ".out") ?? ""
    errors = folder.text(of: run + ".err") ?? ""
  }

  /// Standard output as one JSON value.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(output.utf8), options: [.fragmentsAllowed])
  }

  func object() throws -> [String: Any] { try #require(json() as? [String: Any]) }
}

/// A catalog in a folder of its own, and the program run on it.
struct CatalogBench {
  let folder: TemporaryFolder

  init(_ text: String = SmallCatalog.text) throws {
    folder = try TemporaryFolder()
    try folder.write(text, to: "catalog.yaml")
  }

  func run(
    _ arguments: String..., script: String = "exec \"$@\"", environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun(
      arguments + ["--catalog", "catalog.yaml"], script: script, environment: environment, in: folder)
  }
}
