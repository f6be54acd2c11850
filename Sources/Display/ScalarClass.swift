/// What one Unicode scalar does to a row of cells.
enum ScalarClass: Equatable {
  /// Takes so many columns of its own.
  case spacing(Int)
  /// Stands on the character before it.
  case mark
  /// Shown as something else: a control character, a kind of space, a regional indicator.
  case replaced(String)
  /// Joins two emoji into one.
  case joiner
  /// The colour of a skin.
  case modifier
  /// Shows nothing, or would change how others are shown.
  case dropped

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: self = .spacing(1)
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .replaced(" ")
    case 0x200D: self = .joiner
    case 0x20E3, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: self = .dropped
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: self = .mark
    case 0x1F1E6...0x1F1FF: self = .replaced(ScalarClass.letter(ofRegionalIndicator: value))
    case 0x1F3FB...0x1F3FF: self = .modifier
    default: self = ScalarClass.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .format: return .dropped
    case .spaceSeparator: return EastAsianWidth.isWide(scalar) ? .spacing(2) : .replaced(" ")
    // Nobody can say how wide a terminal draws these.
    case .control, .privateUse, .surrogate, .unassigned: return .replaced("\u{FFFD}")
    default: return .spacing(EastAsianWidth.isWide(scalar) ? 2 : 1)
    }
  }

  private static func letter(ofRegionalIndicator value: UInt32) -> String {
    String(UnicodeScalar(UInt8(0x41 + value - 0x1F1E6)))
  }
}
