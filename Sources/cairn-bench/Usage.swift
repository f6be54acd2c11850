#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What this process has used up to now, as the system counted it.
struct Usage {
  /// Microseconds of all threads, in the program and in the system for it.
  var processorTime: Int
  /// Bytes resident at most.
  var peakMemory: Int

  static var now: Usage {
    var counted = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &counted)
      let unit = 1
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &counted)
      // Linux counts memory in kibibytes.
      let unit = 1024
    #endif
    let seconds = Int(counted.ru_utime.tv_sec) + Int(counted.ru_stime.tv_sec)
    let rest = Int(counted.ru_utime.tv_usec) + Int(counted.ru_stime.tv_usec)
    return Usage(processorTime: seconds * 1_000_000 + rest, peakMemory: Int(counted.ru_maxrss) * unit)
  }
}
