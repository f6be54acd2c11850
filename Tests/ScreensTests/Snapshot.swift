import Display
import Foundation
import Testing

/// A frame as text, kept in a file beside the tests. `CAIRN_RECORD_SNAPSHOTS=1` writes what is missing or different;
/// that run still fails, so that nothing is recorded without being seen.
enum Snapshot {
  static func expect(
    _ text: String, named name: String, location: SourceLocation = #_sourceLocation, file: String = #filePath
  ) {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name + ".txt")
    let expected = try? String(contentsOf: url, encoding: .utf8)
    if expected == text + "\n" { return }
    let wantsRecord = ProcessInfo.processInfo.environment["CAIRN_RECORD_SNAPSHOTS"] == "1"
    if wantsRecord { record(text + "\n", at: url, location) }
    Issue.record(
      """
      \(name) \(expected == nil ? "has no snapshot" : "looks different")\(wantsRecord ? ", and was recorded" : "")
      \(difference(expected ?? "", text + "\n"))
      """, sourceLocation: location)
  }

  private static func record(_ text: String, at url: URL, _ location: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
  }

  /// The rows that differ.
  private static func difference(_ expected: String, _ text: String) -> String {
    let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let after = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(before.count, after.count)).compactMap { row in
      let old = row < before.count ? String(before[row]) : nil
      let new = row < after.count ? String(after[row]) : nil
      if old == new { return nil }
      return [old.map { "\(row) - \($0)" }, new.map { "\(row) + \($0)" }].compactMap { $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Frame {
  /// The frame's text, and where the cursor stands.
  var pictured: String {
    let place = cursor.map { "\($0.x),\($0.y)\(showsCursor ? " shown" : "")" } ?? "nowhere"
    return "\(text)\ncursor \(place)"
  }

}
