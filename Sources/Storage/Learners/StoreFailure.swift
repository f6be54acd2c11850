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

  /// What happened and what to do, as one sentence without a full stop; the reason first, for a path may be long and a line
  /// short.
  public var sentence: String {
    switch self {
    case .readOnly(let path): "can't write to \(path); make it yours, or set XDG_DATA_HOME to a folder that is"
    case .full(let path): "there is no room left to write \(path); make some, and the next change saves all"
    case .busy(let path): "another program is writing \(path); the next change tries again"
    case .newer(let path): "a newer Cairn wrote \(path), which is left alone; open it with that one"
    case .damaged(let path): "\(path) is damaged"
    case .other(let path, let reason): "\(path): \(reason)"
    }
  }
}
