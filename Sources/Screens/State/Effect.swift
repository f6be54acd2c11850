import Learners
import Planning
import Wording

/// What the state wants done by the world around it.
public enum Effect: Hashable, Sendable {
  case plan(JobID, PlanningRequest, JobPriority)
  /// Answer a question about an answer; somebody is looking at it.
  case enquire(JobID, Enquiry)
  /// Take apart what can be found, before anybody looks for anything: it takes longer than a frame.
  case prepareFinding
  /// Nothing more is wanted to be heard of that job.
  case cancel(JobID)
  /// Write down what became of the learner's record, before anything else is shown.
  case save(RecordStep)
  /// Try once more to write down what could not be.
  case saveAgain
  /// Read changes from before the first that is known, for more to undo.
  case recall(before: ChangeID)
  /// Write a page to take home into a file, and tell where it is.
  case write(Handout, HandoutFile)
  /// Say what learners there are.
  case listLearners
  /// Go on with another learner; one that nobody bears yet is somebody new.
  case openLearner(String)
  case quit
  /// Give the terminal to the shell until the program is continued.
  case suspend
}

/// Names a job; made by the state, so that it knows whose answer comes in.
public struct JobID: Hashable, Sendable {
  public var number: Int

  public init(_ number: Int) { self.number = number }
}

/// What is done first where not everything can be done at once.
public enum JobPriority: Int, Comparable, Hashable, Sendable {
  /// Wanted some time, such as the goals that nobody is looking at.
  case background
  /// Somebody is looking at it.
  case urgent

  public static func < (first: JobPriority, second: JobPriority) -> Bool { first.rawValue < second.rawValue }
}

/// Where a page is to be written.
public struct HandoutFile: Hashable, Sendable {
  /// As it was typed: of the folder the program runs in, or from `/` or `~` on.
  public var path: String
  /// Nobody chose that name: one like it will do where there is such a file.
  public var isProposal: Bool

  public init(path: String, isProposal: Bool) { (self.path, self.isProposal) = (path, isProposal) }
}
