import Display

/// Which keys each command has: those of the table, or others that somebody chose. A value; a file is read elsewhere.
public struct Keymap: Hashable, Sendable {
  private let chosen: [String: [Key]]
  private let byKey: [Key: [Command]]

  /// The keys of the table.
  public static let standard = Keymap()

  init(chosen: [String: [Key]] = [:]) {
    self.chosen = chosen
    var byKey: [Key: [Command]] = [:]
    for command in Command.all {
      for key in chosen[command.id] ?? command.keys { byKey[key, default: []].append(command) }
    }
    self.byKey = byKey
  }

  public func keys(of command: Command) -> [Key] { chosen[command.id] ?? command.keys }

  /// What a key does at a place: a command of the place itself before one of all places, and before one of another place,
  /// which then says where it belongs.
  func command(for key: Key, at place: PlaceID) -> Command? {
    let commands = byKey[key] ?? []
    return commands.first { $0.places?.contains(place) == true } ?? commands.first { $0.places == nil }
      ?? commands.first
  }

  func motion(for key: Key, at place: PlaceID) -> Motion? { command(for: key, at: place)?.motion }

  public static func == (first: Keymap, second: Keymap) -> Bool { first.chosen == second.chosen }
  public func hash(into hasher: inout Hasher) { hasher.combine(chosen) }
}

extension Keymap {
  /// How the footer and the help write a command's keys.
  func keyNames(of command: Command, _ glyphs: Glyphs) -> String {
    keys(of: command).map { Keymap.name($0, glyphs) }.joined(separator: " ")
  }

  static func name(_ key: Key, _ glyphs: Glyphs) -> String {
    switch key {
    case .up: glyphs.up
    case .down: glyphs.down
    case .left: glyphs.left
    case .right: glyphs.right
    default: key.name
    }
  }
}
