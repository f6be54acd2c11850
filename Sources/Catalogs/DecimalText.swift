/// A decimal number as its text says it, exact: no figure of a catalog ever passes through a binary fraction.
public struct DecimalText: Hashable, Sendable {
  /// More significant digits than this are no figure, and would only cost time.
  private static let longest = 400

  public var isNegative: Bool
  /// Most significant first, each 0...9; without leading zeros, so empty for zero.
  private var digits: [UInt8]
  /// The value is `digits * 10^exponent`.
  private var exponent: Int

  /// Reads what JSON and YAML 1.2's core schema call a decimal number: `-12`, `+0.5`, `.5`, `3.`, `1e-3`.
  /// `nil` where the text is none.
  public init?(_ text: String) {
    var bytes = Substring(text).utf8
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var digits: [UInt8] = []
    var hasDigits = false
    var fraction = 0
    var isFraction = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if let digit = DecimalText.digit(byte) {
        hasDigits = true
        if !digits.isEmpty || digit != 0 { digits.append(digit) }
        if isFraction { fraction += 1 }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard hasDigits, let power = DecimalText.exponent(bytes) else { return nil }
    while digits.last == 0 {
      digits.removeLast()
      fraction -= 1
    }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : power - fraction
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
  }

  /// What YAML writes for infinity and for "not a number", and what careless programs write in its place.
  static func isNotANumber(_ text: String) -> Bool {
    // Asked of every text: most end otherwise.
    guard let last = text.utf8.last, "nNfFyY".utf8.contains(last) else { return false }
    let bare = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return [".nan", ".inf", "nan", "inf", "infinity"].contains(String(bare))
  }

  public var isZero: Bool { digits.isEmpty }

  /// The exact product.
  static func * (first: DecimalText, second: DecimalText) -> DecimalText {
    var product = [Int](repeating: 0, count: first.digits.count + second.digits.count)
    for (row, left) in first.digits.reversed().enumerated() {
      for (column, right) in second.digits.reversed().enumerated() {
        product[row + column] += Int(left) * Int(right)
      }
    }
    for place in product.indices.dropLast() {
      product[place + 1] += product[place] / 10
      product[place] %= 10
    }
    return DecimalText(
      isNegative: first.isNegative != second.isNegative,
      digits: product.reversed().drop { $0 == 0 }.map { UInt8($0) }, exponent: first.exponent + second.exponent)
  }

  /// The nearest whole number of the value times `factor`; halves go away from zero. `nil` where that has more
  /// than fifteen digits.
  public func rounded(times factor: Int = 1) -> Int? {
    guard digits.count <= DecimalText.longest else { return nil }
    guard let multiplier = DecimalText(String(factor)) else { return nil }
    return (self * multiplier).nearest
  }

  /// True where the value is a whole number.
  public var isWhole: Bool { digits.isEmpty || exponent >= 0 }

  private var nearest: Int? {
    let wholeDigits = digits.count + exponent
    guard wholeDigits <= 15 else { return nil }
    guard wholeDigits >= 0 else { return 0 }
    var value = 0
    for place in 0..<wholeDigits { value = value * 10 + (place < digits.count ? Int(digits[place]) : 0) }
    if wholeDigits < digits.count, digits[wholeDigits] >= 5 { value += 1 }
    return isNegative ? -value : value
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
  }

  /// The power of ten that the rest of a number states; 0 for no rest, `nil` for one that is no exponent.
  private static func exponent(_ rest: Substring.UTF8View) -> Int? {
    guard let mark = rest.first else { return 0 }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
    let sign: Int = rest.dropFirst().first == UInt8(ascii: "-") ? -1 : 1
    let digits = rest.dropFirst().drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard !digits.isEmpty, rest.count - digits.count <= 2 else { return nil }
    var power = 0
    for byte in digits {
      guard let digit = digit(byte) else { return nil }
      // Beyond a million the exact power no longer matters: the value is absurd or nothing.
      power = min(power * 10 + Int(digit), 1_000_000)
    }
    return sign * power
  }
}
