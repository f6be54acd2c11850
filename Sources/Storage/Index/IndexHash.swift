import Learners

typealias IndexHash = Fingerprint

extension Fingerprint {
  /// The hash of an id as SQLite's integers hold it.
  static func number(of id: String) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.add(id)
    return Int64(bitPattern: fingerprint.value)
  }
}
