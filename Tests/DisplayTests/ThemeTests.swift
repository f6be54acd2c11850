import Testing

@testable import Display

@Suite("Themes by role")
struct ThemeTests {
  @Test("focus, selection and state look different in every theme, without colour too", arguments: Theme.allCases)
  func apart(_ theme: Theme) {
    let pairs: [(Role, Role)] = [
      (.border, .focusedBorder), (.title, .focusedTitle), (.selection, .plain), (.selectionUnfocused, .plain),
      (.selection, .selectionUnfocused), (.bad, .plain), (.warning, .plain), (.key, .plain), (.link, .plain),
      (.entry, .plain), (.estimate, .plain), (.chart, .chartSelected),
    ]
    for (first, second) in pairs {
      #expect(theme.look(first) != theme.look(second), "\(first) and \(second)")
    }
  }

  @Test("no theme paints the background of plain text", arguments: Theme.allCases)
  func background(_ theme: Theme) {
    for role in [Role.plain, .dim, .money, .border, .heading] { #expect(theme.look(role).background == nil) }
  }

  @Test("none has no colour, and few colours leave a simpler theme")
  func fewColors() {
    for role in Role.allCases {
      #expect(Theme.none.look(role).foreground == nil && Theme.none.look(role).background == nil)
    }
    #expect(Theme.dark.fitting(colors: 0) == .none)
    #expect(Theme.dark.fitting(colors: 8) == .terminal)
    #expect(Theme.dark.fitting(colors: 256) == .dark)
  }

  @Test("the tuned themes have the contrast that WCAG 2.2 asks for", arguments: [Theme.dark, .light])
  func contrast(_ theme: Theme) {
    let palette = Palette.of(theme)
    for role in Role.allCases {
      let look = theme.look(role)
      let ink = look.foreground.map(palette.hex) ?? palette.foreground
      let paper = look.background.map(palette.hex) ?? palette.background
      let least = role == .dim || role == .border || role == .grid ? 3.0 : 4.5
      #expect(Self.ratio(ink, paper) >= least, "\(role): \(ink) on \(paper)")
    }
  }

  /// WCAG 2.2, contrast ratio of two `#rrggbb`.
  private static func ratio(_ first: String, _ second: String) -> Double {
    let (light, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      // The curve of sRGB, its power by a polynomial good to a thousandth.
      return share <= 0.04045 ? share / 12.92 : share * (share * (share * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

@Suite("Pictures of a frame")
struct PictureTests {
  private static let frame: Frame = {
    var frame = Frame(size: Size(width: 20, height: 3))
    frame.box(frame.bounds, labels: BoxLabels(title: "<&>"), focused: true)
    frame.write("a\u{1B}[31m 職", x: 1, y: 1, role: .selection)
    return frame
  }()

  @Test("a picture draws borders as shapes, and no text of a catalog as markup")
  func svg() {
    let svg = Self.frame.svg(.dark)
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>"))
    #expect(svg.contains("&lt;&amp;&gt;"))
    #expect(!svg.contains("┏") && !svg.contains("\u{1B}"))
    #expect(svg.contains("職"))
  }

  @Test("text with colours is the text and well-formed escapes, each ended in its row")
  func ansi() {
    let ansi = Self.frame.ansi(.terminal)
    let plain = ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == Self.frame.lines.joined(separator: "\n"))
    for row in ansi.split(separator: "\n") { #expect(row.hasSuffix("\u{1B}[0m")) }
  }
}
