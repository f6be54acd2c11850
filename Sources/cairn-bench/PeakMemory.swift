#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The most memory this process has had resident, as the system counted it.
enum PeakMemory {
  static var bytes: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      // Linux counts in kibibytes.
      return usage.ru_maxrss * 1024
    #endif
  }
}
