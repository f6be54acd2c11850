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
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Test threads block signals, and tmux ends itself by one.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, &words, environ) == 0 else {
      throw Failure(description: "\(arguments[0]) can't be started")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR { continue }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
