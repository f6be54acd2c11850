#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Other programs, run to their end. (Foundation's Process and a pipe would both wait for the server that tmux leaves
/// behind, too.)
enum Spawned {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a program without input, with its output written to a file.
  /// - Returns: its exit status; -1 where a signal ended it.
  @discardableResult
  static func run(_ arguments: [String], output: String) throws -> Int32 {
    let process = try start(arguments, environ) { actions in
      posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR { continue }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  /// Starts a program in a terminal, in a session of its own.
  /// - Parameter environment: all of its variables, as `NAME=value`.
  static func start(_ arguments: [String], environment: [String], terminal: String) throws -> pid_t {
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    return try start(arguments, &variables, flags: ownSession) { actions in
      for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(actions, descriptor, terminal, O_RDWR, 0) }
    }
  }

  #if canImport(Darwin)
    private typealias FileActions = posix_spawn_file_actions_t?
    private static let ownSession = Int16(POSIX_SPAWN_SETSID)
  #else
    /// POSIX_SPAWN_SETSID, which Swift doesn't see.
    private static let ownSession: Int16 = 0x80
    private typealias FileActions = posix_spawn_file_actions_t
  #endif

  private static func start(
    _ arguments: [String], _ environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, flags: Int16 = 0,
    files: (UnsafeMutablePointer<FileActions>) -> Void
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    files(&actions)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Test threads block signals, and tmux ends itself by one.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, &words, environment) == 0 else {
      throw Failure(description: "\(arguments[0]) can't be started")
    }
    return process
  }
}
