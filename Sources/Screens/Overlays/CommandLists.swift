import Display

// Both lists are made of the table of commands: one says what keys do, the other does what is named.

/// What every key does, found by a word or by a key.
struct HelpPicking: Picking {
  var title: String { "Keys" }
  var label: String { "Find: " }
  var hint: String { "type a word or a key, Enter does it, Esc back" }
  var nothing: String { "No key does anything like that." }
  var width: Int { 90 }

  /// The command whose key is named, then those whose sentence has the words; all of them where there are no words.
  func rows(_ text: String, in state: AppState) -> [PickRow] {
    let named = Key(name: text).map { key in Command.all.filter { state.keymap.keys(of: $0).contains(key) } } ?? []
    let wanted = text.lowercased()
    let others = Command.all.filter { command in
      !named.contains(command)
        && (wanted.isEmpty || "\(command.name) \(command.sentence)".lowercased().contains(wanted))
    }
    guard wanted.isEmpty else { return (named + others).map { row($0, state) } }
    return Command.Group.allCases.flatMap { group -> [PickRow] in
      let own = others.filter { $0.group == group }.map { row($0, state) }
      return own.isEmpty ? [] : [PickRow(id: "", title: group.rawValue, note: "", isHeading: true)] + own
    }
  }

  private func row(_ command: Command, _ state: AppState) -> PickRow {
    PickRow(
      id: command.id, title: command.sentence, note: state.keymap.keyNames(of: command, state.glyphs), leading: 15,
      isDim: command.reasonAgainst(state) != nil)
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer { CommandPicking.run(id, in: state) }
}

/// Every command by its name; one that can't be used now says why.
struct CommandPicking: Picking {
  var title: String { "Commands" }
  var label: String { ": " }
  var hint: String { "Enter does it, Esc back" }
  var nothing: String { "No command is called anything like that." }
  var width: Int { 76 }

  /// Those whose name begins with the words, then those that have all of them somewhere.
  func rows(_ text: String, in state: AppState) -> [PickRow] {
    let words = text.lowercased().split(separator: " ")
    let found = Command.all.filter { command in
      let own = "\(command.name) \(command.id) \(command.sentence)".lowercased()
      return words.allSatisfy { own.contains($0) }
    }
    let wanted = words.joined(separator: " ")
    let first = found.filter { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) }
    return (first + found.filter { !first.contains($0) }).map { command in
      let reason = command.reasonAgainst(state)
      return PickRow(
        id: command.id, title: command.name, note: reason ?? state.keymap.keyNames(of: command, state.glyphs),
        isDim: reason != nil)
    }
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer { CommandPicking.run(id, in: state) }

  static func run(_ id: String, in state: AppState) -> OverlayAnswer {
    guard let command = Command.all.first(where: { $0.id == id }) else { return .close }
    if let reason = command.reasonAgainst(state) { return .refuse(reason) }
    return .leave { state in
      state.message = ""
      return state.perform(command)
    }
  }
}
