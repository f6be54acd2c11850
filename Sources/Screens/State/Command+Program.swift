import Display

extension Command {
  static let find = Command(
    "find", "find", "Find goals, credentials and skills; narrow the goals.", keys: [.character("/")],
    .finding,
    perform: { state in
      state.prepareFinding()
      if let goals = state.place as? GoalsPlace { return state.show(GoalsTyping(goals, in: state)) }
      return state.show(PickingOverlay(FindPicking()))
    })
  static let palette = Command(
    "commands", "commands", "Type to find a command, Enter does it.", keys: [.character(":")], .finding,
    perform: { $0.show(PickingOverlay(CommandPicking())) })
  static let help = Command(
    "help", "help", "Say what every key does; finds by word or by key.", keys: [.character("?")], .finding,
    perform: { $0.show(PickingOverlay(HelpPicking())) })

  static let finding: [Command] = [find, palette, help]

  static let suspend = Command(
    "suspend", "suspend", "Give the terminal to the shell until you come back.", keys: [.control("z")], .program,
    perform: { _ in [.suspend] })
  static let quit = Command(
    "quit", "quit", "Leave.", keys: [.character("q"), .control("c")], .program, perform: { $0.leave() })

  static let program: [Command] = [suspend, quit]
}
