#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ctrl-C during a search: the first ends the search, whose best answer is shown; the second ends the program.
enum Interruption {
  /// Written by the signal handler alone; only a plain integer is safe there.
  private nonisolated(unsafe) static let flag: UnsafeMutablePointer<sig_atomic_t> = {
    let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }()

  static var isAsked: Bool { flag.pointee != 0 }

  static func listen() {
    guard !isAsked else { return }
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in Interruption.flag.pointee = 1 }
    #else
      action.__sigaction_handler.sa_handler = { _ in Interruption.flag.pointee = 1 }
    #endif
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    #if canImport(Darwin)
      let isIgnored = before.__sigaction_u.__sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
    #else
      let isIgnored = before.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
    #endif
    if !isIgnored { sigaction(SIGINT, &action, nil) }
  }
}
