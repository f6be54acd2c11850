import Catalogs
import Planning

/// What is kept of one learner. A value: whoever keeps it (a file, a database, a test) is no part of it.
///
/// Changes of settings are a draft on top of what was kept, until they are kept or discarded; notes, wishes and saved
/// pathways are kept at once.
public struct LearnerRecord: Hashable, Sendable {
  /// What the learner is called; no two of one store bear the same.
  public var name: String
  public var kept: Profile
  /// Settings being tried; `nil` where there are none, never equal to `kept`.
  public private(set) var draft: Profile?
  /// Ids of goals wished for, in the order in which they were.
  public var goals: [String]
  /// In the order in which they were written.
  public var notes: [Note]
  /// By when they were saved; no two bear the same name.
  public var pathways: [SavedPathway]
  /// The name of the saved pathway that is being followed.
  public var followed: String?

  public init(
    name: String, kept: Profile, draft: Profile? = nil, goals: [String] = [], notes: [Note] = [],
    pathways: [SavedPathway] = [], followed: String? = nil
  ) {
    self.name = name
    self.kept = kept
    self.draft = draft == kept ? nil : draft
    self.goals = goals
    self.notes = notes
    self.pathways = pathways
    self.followed = followed
  }

  /// The settings that count now: the draft where there is one.
  public var current: Profile {
    get { draft ?? kept }
    set { draft = newValue == kept ? nil : newValue }
  }

  /// What the planner is given now; setting it makes or changes the draft.
  public var learner: Learner {
    get { current.learner }
    set { current.learner = newValue }
  }

  public var hasDraft: Bool { draft != nil }

  /// The draft becomes what is kept.
  public mutating func keepDraft() {
    kept = current
    draft = nil
  }

  /// What was kept counts again.
  public mutating func discardDraft() { draft = nil }

  /// The same on another day; see `Profile.rolled`.
  public func rolled(to today: CalendarDate) -> LearnerRecord {
    var rolled = self
    rolled.kept = kept.rolled(to: today)
    rolled.current = current.rolled(to: today)
    return rolled
  }

  /// The saved pathway of that name.
  public func pathway(_ name: String) -> SavedPathway? { pathways.first { $0.name == name } }

  /// What the learner of somebody who names none is called.
  public static let unnamed = "default"

  /// True of somebody who named none, or of whom nothing is kept.
  public var isUnnamed: Bool { name.isEmpty || name == LearnerRecord.unnamed }

  /// Names may hold anything that can be read in one line; at most so many characters.
  public static let longestName = 60

  /// Why a name can't be a learner's or a saved pathway's, as the end of a sentence; `nil` where it can.
  public static func fault(ofName name: String) -> String? {
    if name.allSatisfy(\.isWhitespace) { return "is empty" }
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true { return "begins or ends with a space" }
    if name.count > longestName { return "is longer than \(longestName) characters" }
    let isPlain = name.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
      default: true
      }
    }
    return isPlain ? nil : "holds a character that can't be shown"
  }
}

/// What somebody, such as an advisor, wrote about a learner.
public struct Note: Hashable, Sendable {
  public var date: CalendarDate
  public var text: String

  public init(date: CalendarDate, text: String) {
    self.date = date
    self.text = text
  }
}
