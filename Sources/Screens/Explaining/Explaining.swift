import Catalogs
import Display
import Planning
import Wording

/// A text that answers questions about the pathways to a goal, each part as soon as it is known.
protocol Explaining: Reading {
  var goal: String { get }
  /// True where it says nothing as long as there is no pathway.
  var needsPathway: Bool { get }
  /// What has to be asked for it.
  func enquiries(about explained: Explained) -> [Enquiry]
  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState)
}

extension Explaining {
  var needsPathway: Bool { false }

  func enquiries(about explained: Explained) -> [Enquiry] { [] }

  func enquiries(in state: AppState) -> [Enquiry] {
    guard let explained = state.explained(goal), explained.pathway != nil || !needsPathway else { return [] }
    return enquiries(about: explained)
  }

  func lines(width: Int, in state: AppState) -> [Line] {
    var lines = Lines(width: width)
    if let explained = state.explained(goal), explained.pathway == nil && needsPathway {
      lines.add("There is no pathway to \(explained.goal.title) now.")
      let key = state.keymap.keys(of: .waysOut).first.map { Keymap.name($0, state.glyphs) } ?? ""
      lines.add("\(key) says what would have to change.", .dim)
    } else if let explained = state.explained(goal) {
      tell(explained, &lines, in: state)
    } else if let failure = state.plans[goal]?.failure {
      lines.add(failure, .bad)
    } else if state.plans[goal]?.isStopped == true {
      lines.add("The search for the pathways was stopped; the next change searches again.", .dim)
    } else {
      lines.add("The pathways are being searched\(state.glyphs.ellipsis)", .dim)
    }
    return lines.all
  }
}

extension Lines {
  /// What an explanation says; whatever it is about can be followed.
  mutating func add(_ passages: [Passage], in state: AppState) {
    for passage in passages {
      if passage.isHeading {
        addHeading(passage.text.capitalizedFirst)
      } else {
        let indent = passage.text.prefix { $0 == " " }.count
        addItem(
          String(passage.text.dropFirst(indent)), mark: indent > 0 ? " " : state.glyphs.separator,
          to: passage.about.flatMap(state.link))
      }
    }
  }

  /// The answer to what was asked, or that it is still worked on.
  mutating func add(_ enquiry: Enquiry, in state: AppState, words: (EnquiryAnswer) -> [Passage]) {
    switch state.enquiries[enquiry] {
    case nil: add("working\(state.glyphs.ellipsis)", .dim)
    case .failed(let reason): add(reason, .bad)
    case .answered(let answer): add(words(answer), in: state)
    }
  }
}

extension AppState {
  /// Where something that is named leads.
  func link(_ id: String) -> Link? {
    if catalog.credential(id) != nil { return .credential(id) }
    return catalog.goal(id) == nil ? nil : .goal(id)
  }
}
