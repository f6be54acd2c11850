import Display
import Foundation
import Screens
import Storage
import Yams

/// What the user wrote about how the planner looks and which keys it has: `config.yaml` and `keys.yaml` in the folder of
/// the configuration. A file with a fault counts for nothing, and the fault is told with its line.
struct Settings {
  var theme: Theme?
  var isASCII = false
  var isAccessible = false
  var hearsMouse = false
  var keymap = Keymap.standard
  /// `FILE:LINE: what is wrong`
  var faults: [String] = []

  static let configName = "config.yaml"
  static let keysName = "keys.yaml"

  static func read(_ folder: URL = StorageFolders().configuration) -> Settings {
    let config = SettingsFile(folder.appendingPathComponent(configName))
    let keys = SettingsFile(folder.appendingPathComponent(keysName))
    var settings = config.settings()
    settings.takeKeys(keys)
    return settings
  }

  private mutating func takeKeys(_ file: SettingsFile) {
    let entries = file.entries
    var wrong = file.faults
    let choices = entries.compactMap { entry -> KeyChoice? in
      let keys = entry.value.sequence.map { $0.map { $0.string ?? "" } } ?? entry.value.scalar.map { [$0.string] }
      guard let keys else {
        wrong.append(file.fault(entry.line, "\(entry.name) needs a key or a list of keys"))
        return nil
      }
      return KeyChoice(command: entry.name, keys: keys, line: entry.line)
    }
    let (resolved, refused) = Keymap.resolved(choices)
    wrong += refused.map { file.fault($0.line, $0.sentence) }
    keymap = wrong.isEmpty ? resolved : .standard
    faults += wrong
  }
}

/// A file of names and values, one level deep.
struct SettingsFile {
  struct Entry {
    var name: String
    var value: Node
    var line: Int
  }

  let path: String
  private(set) var entries: [Entry] = []
  private(set) var faults: [String] = []

  /// A file that isn't there has no entries and no faults.
  init(_ url: URL) {
    path = url.path
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path), data.count < 100_000,
      let text = String(bytes: data, encoding: .utf8)
    else {
      faults = [fault(1, "can't be read as text")]
      return
    }
    read(text)
  }

  func fault(_ line: Int, _ sentence: String) -> String { "\(path):\(line): \(sentence)" }

  private mutating func read(_ text: String) {
    do {
      guard let node = try Yams.compose(yaml: text) else { return }
      guard let mapping = node.mapping else {
        faults = [fault(node.mark?.line ?? 1, "is not a list of names and values")]
        return
      }
      entries = mapping.map { name, value in
        Entry(name: name.string ?? "", value: value, line: name.mark?.line ?? 1)
      }
    } catch let error as YamlError {
      faults = [fault(SettingsFile.line(of: error), "is not YAML")]
    } catch {
      faults = [fault(1, "is not YAML")]
    }
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }
}

extension SettingsFile {
  /// What `config.yaml` says; nothing of it where anything in it is wrong.
  func settings() -> Settings {
    var settings = Settings()
    var wrong = faults
    for entry in entries {
      if let sentence = SettingsFile.take(entry, &settings) { wrong.append(fault(entry.line, sentence)) }
    }
    return wrong.isEmpty ? settings : Settings(faults: wrong)
  }

  /// - Returns: what is wrong with the entry.
  private static func take(_ entry: Entry, _ settings: inout Settings) -> String? {
    switch entry.name {
    case "theme":
      guard let theme = entry.value.string.flatMap(Theme.init(rawValue:)) else {
        return "theme is one of \(Theme.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      settings.theme = theme
      return nil
    case "ascii": return take(entry) { settings.isASCII = $0 }
    case "accessible": return take(entry) { settings.isAccessible = $0 }
    case "mouse": return take(entry) { settings.hearsMouse = $0 }
    default: return "no setting is called \"\(entry.name)\"; there are theme, ascii, accessible and mouse"
    }
  }

  private static func take(_ entry: Entry, _ set: (Bool) -> Void) -> String? {
    guard let value = entry.value.bool else { return "\(entry.name) is true or false" }
    set(value)
    return nil
  }
}
