import Catalogs
import Display

/// What somebody wrote of one command in a key map file.
public struct KeyChoice: Hashable, Sendable {
  public var command: String
  public var keys: [String]
  /// Where it stands in the file, from 1.
  public var line: Int

  public init(command: String, keys: [String], line: Int) {
    (self.command, self.keys, self.line) = (command, keys, line)
  }
}

/// Why a key map is refused.
public struct KeymapFault: Error, Hashable, Sendable {
  public var line: Int
  public var sentence: String

  public init(line: Int, sentence: String) { (self.line, self.sentence) = (line, sentence) }
}

extension Keymap {
  /// Keys that terminals, multiplexers or the tty driver keep for themselves, or that can't be told from others:
  /// Ctrl-S and Ctrl-Q stop and start output, Ctrl-I is Tab, Ctrl-M Enter, Ctrl-A and Ctrl-B are the prefixes of screen
  /// and tmux; Ctrl-C and Ctrl-Z do what they do everywhere.
  public static let reserved: Set<Key> = Set("sqimabcz".map { Key.control($0) })

  /// The table's keys with those chosen in their place. Where anything is wrong with the choices, all of them are
  /// refused: half a key map is worse than none.
  public static func resolved(_ choices: [KeyChoice]) -> (keymap: Keymap, faults: [KeymapFault]) {
    var faults: [KeymapFault] = []
    var chosen: [String: [Key]] = [:]
    var lines: [String: Int] = [:]
    for choice in choices {
      let (keys, wrong) = read(choice, known: lines)
      faults += wrong
      if wrong.isEmpty { (chosen[choice.command], lines[choice.command]) = (keys, choice.line) }
    }
    let keymap = Keymap(chosen: chosen)
    faults += keymap.conflicts(lines)
    faults.sort { $0.line < $1.line }
    return faults.isEmpty ? (keymap, []) : (.standard, faults)
  }

  private static func read(_ choice: KeyChoice, known: [String: Int]) -> (keys: [Key], faults: [KeymapFault]) {
    func fault(_ sentence: String) -> KeymapFault { KeymapFault(line: choice.line, sentence: sentence) }
    let names = Command.all.map(\.id)
    guard names.contains(choice.command) else {
      let guess = NearestName.nearest(to: choice.command, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
      return ([], [fault("no command is called \"\(choice.command)\"" + guess)])
    }
    if let line = known[choice.command] {
      return ([], [fault("\(choice.command) has its keys in line \(line) already")])
    }
    if choice.keys.isEmpty { return ([], [fault("\(choice.command) is given no key")]) }
    var keys: [Key] = []
    var faults: [KeymapFault] = []
    for name in choice.keys {
      guard let key = Key(name: name) else {
        faults.append(fault("no key is called \"\(name)\""))
        continue
      }
      let isOwn = Command.all.contains { $0.id == choice.command && $0.keys.contains(key) }
      if reserved.contains(key) && !isOwn {
        faults.append(fault("\(key.name) is kept by terminals and can't be given to \(choice.command)"))
      }
      keys.append(key)
    }
    return (keys, faults)
  }

  /// Commands that would share a key at some place, at the line of the one that was chosen last.
  private func conflicts(_ lines: [String: Int]) -> [KeymapFault] {
    var faults: [KeymapFault] = []
    for (index, command) in Command.all.enumerated() {
      for other in Command.all.dropFirst(index + 1)
      where PlaceID.allCases.contains(where: {
        command.belongs(to: $0) && other.belongs(to: $0)
      }) {
        guard let key = keys(of: command).first(where: keys(of: other).contains),
          let line = [lines[command.id], lines[other.id]].compactMap({ $0 }).max()
        else { continue }
        faults.append(KeymapFault(line: line, sentence: "\(key.name) is the key of \(command.id) and of \(other.id)"))
      }
    }
    return faults
  }
}
