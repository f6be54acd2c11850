import Learners

/// One program's hold on a learner: which one of that name it is, and which rows are the changes that it knows.
///
/// Several programs may hold the same learner. Each takes back, does again and drops its own changes, never another's.
public struct LearnerSession: Hashable, Sendable {
  public let name: String
  /// `nil` for somebody of whom nothing was written down yet; the first step makes the learner.
  var learner: Int64?
  /// Where a change is written down under another number than it bears.
  private var rows: [ChangeID: Int64] = [:]
  /// Rows that this program knows to be undone: what it changes next drops them.
  var undone: Set<Int64> = []
  /// Rows after that one were written since it was opened, by whomever.
  private(set) var last: Int64 = 0

  /// For somebody of whom nothing is known to be written down.
  public init(new name: String) { self.name = name }

  init(_ name: String, learner: Int64, undone: Set<Int64>, last: Int64) {
    self.name = name
    self.learner = learner
    self.undone = undone
    self.last = last
  }

  /// The row of a change; `nil` where it isn't written down.
  func row(of id: ChangeID?) -> Int64? {
    guard let id else { return nil }
    if let row = rows[id] { return row }
    if case .written(let row) = id { return row }
    return nil
  }

  /// True where this program wrote it.
  func wrote(_ row: Int64) -> Bool { rows.values.contains(row) }

  mutating func note(_ row: Int64, for id: ChangeID?) { if let id { rows[id] = row } }
}
