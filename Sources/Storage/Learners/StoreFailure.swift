import GRDB

/// Why learners can't be read or written down, with what to do about it.
public enum StoreFailure: Error, Hashable, Sendable {
  /// The folder or file can't be written to.
  case readOnly(String)
  case full(String)
  /// Another program holds it for longer than anybody waits.
  case busy(String)
  /// It was written by a newer Cairn, and is left alone.
  case newer(String)
  /// It is no database, or a broken one.
  case damaged(String)
  /// What is written down of that learner makes no sense.
  case unreadable(String, name: String, reason: String)
  /// Another program deleted the learner of that name.
  case gone(String)
  /// The index of a catalog was, and is thrown away: it holds nothing that can't be made anew.
  case damagedIndex(String)
  case other(String, reason: String)

  init(_ error: any Error, at path: String) {
    guard let error = error as? DatabaseError else {
      self = .other(path, reason: String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path)
    // What can't be written, flushed or made longer: a limit on the size of files shows so too.
    case .SQLITE_IOERR where StoreFailure.writing.contains(error.extendedResultCode): self = .full(path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path)
    default: self = .other(path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  private static let writing: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
    .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMOPEN,
  ]

  /// Who is told: somebody at a command that has ended, or in a session, which tries again by itself.
  public enum Listener: Hashable, Sendable {
    case command, session
  }

  /// What happened and what to do in a session, as one sentence without a full stop; the reason first, for a path may be
  /// long and a line short.
  public var sentence: String { sentence(for: .session) }

  public func sentence(for listener: Listener) -> String {
    let advice = advice(for: listener)
    return advice.isEmpty ? reason : "\(reason); \(advice)"
  }

  /// What happened.
  public var reason: String {
    switch self {
    case .readOnly(let path): "can't write to \(path)"
    case .full(let path): "there is no room left to write \(path)"
    case .busy(let path): "another program is writing \(path)"
    case .newer(let path): "a newer Cairn wrote \(path), which is left alone"
    case .damaged(let path): "\(path) is damaged"
    case .unreadable(let path, let name, let reason): "what \(path) holds of \"\(name)\" can't be read: \(reason)"
    case .gone(let name): "\"\(name)\" was deleted by another Cairn"
    case .damagedIndex(let path): "the index was damaged and is thrown away (\(path))"
    case .other(let path, let reason): "\(path): \(reason)"
    }
  }

  private func advice(for listener: Listener) -> String {
    switch self {
    case .readOnly: return "make it yours, or set XDG_DATA_HOME to a folder that is"
    case .full: return listener == .session ? "make some, and all is saved" : "make some and try again"
    case .busy: return listener == .session ? "Cairn tries again" : "try again when it is done"
    case .newer: return "open it with that one"
    case .unreadable: return "cairn learner import FILE --force puts what was exported in its place"
    case .gone: return listener == .session ? "what is changed now is kept nowhere" : ""
    case .damagedIndex: return "cairn index makes it anew"
    case .damaged, .other: return ""
    }
  }

  /// True where the same may succeed a moment later.
  public var mayPass: Bool {
    switch self {
    case .readOnly, .full, .busy, .other: true
    case .newer, .damaged, .damagedIndex, .unreadable, .gone: false
    }
  }
}
