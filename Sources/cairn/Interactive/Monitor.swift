import Foundation

/// A value that several threads share: one at a time, and with a way to wait for it to change.
///
/// The standard library's Mutex needs a newer macOS than we do.
final class Monitor<Value>: @unchecked Sendable {
  private let condition = NSCondition()
  private var value: Value

  init(_ value: Value) { self.value = value }

  /// Reads or changes the value, and tells everybody who waits.
  func change<Result>(_ body: (inout Value) -> Result) -> Result {
    condition.withLock {
      defer { condition.broadcast() }
      return body(&value)
    }
  }

  /// Reads the value.
  func read<Result>(_ body: (Value) -> Result) -> Result { condition.withLock { body(value) } }

  /// Waits until `body` has a result.
  func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    condition.withLock {
      while true {
        if let result = body(&value) { return result }
        condition.wait()
      }
    }
  }

  /// Waits until `body` has a result, for so many seconds at most; `nil` after that.
  func wait<Result>(atMost seconds: Double, _ body: (inout Value) -> Result?) -> Result? {
    let end = Date(timeIntervalSinceNow: seconds)
    return condition.withLock {
      while true {
        if let result = body(&value) { return result }
        if !condition.wait(until: end) { return body(&value) }
      }
    }
  }
}
