/// A number that differs, but for one chance in 2^64, where what it was made of differs; the same on every machine, in
/// every run and in every version (which Swift's own hashes are not).
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo: RFC 9923). It tells changes, not forgeries.
public struct Fingerprint: Hashable, Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// Reads what `text` writes.
  public init?(_ text: String) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A part ends by a byte that no UTF-8 holds, so that "ab", "c" is not "a", "bc".
  public mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0xFF)
  }

  /// Bytes whatever they are; another part after them may look like more of them.
  public mutating func add(bytes: UnsafeRawBufferPointer) { for byte in bytes { mix(byte) } }

  public mutating func add(_ number: Int?) { add(number.map(String.init) ?? "-") }

  private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
