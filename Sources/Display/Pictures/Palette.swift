/// What a terminal's colours are in a picture.
struct Palette {
  let foreground: String
  let background: String
  /// Halfway to the background.
  let faint: String
  private let own: [String]

  static func of(_ theme: Theme) -> Palette { theme == .light ? light : dark }

  private static let dark = Palette(
    foreground: "#d5d8de", background: "#16181d", faint: "#868b95",
    own: ["#16181d", "#e5787d", "#8fc98b", "#e0c070", "#7aa7e0", "#c99be0", "#6fc3c9", "#d5d8de"])
  private static let light = Palette(
    foreground: "#24292f", background: "#ffffff", faint: "#70767f",
    own: ["#24292f", "#b42318", "#1a7f37", "#8a5a00", "#0b57a4", "#8030a0", "#0b6e75", "#f0f1f3"])

  func hex(_ color: Color) -> String {
    let number = Int(color.number)
    if number < 16 { return own[number % 8] }
    let levels = [0, 95, 135, 175, 215, 255]
    let parts =
      number < 232
      ? [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6].map { levels[$0] }
      : [Int](repeating: 8 + (number - 232) * 10, count: 3)
    return "#" + parts.map { part in (part < 16 ? "0" : "") + String(part, radix: 16) }.joined()
  }
}
