extension Frame {
  /// The rows with the escapes that colour them (ECMA-48 SGR), for `cat` and pagers.
  public func ansi(_ theme: Theme) -> String {
    (0..<size.height).map { y in runs(y).map { Frame.ansi($0, theme.look($0.role)) }.joined() }.joined(separator: "\n")
  }

  private static func ansi(_ run: Run, _ look: Look) -> String {
    var codes: [String] = []
    for (face, code) in [(Face.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7")]
    where look.face.contains(face) { codes.append(code) }
    if let color = look.foreground { codes.append(code(color, of: 30)) }
    if let color = look.background { codes.append(code(color, of: 40)) }
    return codes.isEmpty ? run.text : "\u{1B}[\(codes.joined(separator: ";"))m\(run.text)\u{1B}[0m"
  }

  private static func code(_ color: Color, of base: Int) -> String {
    color.number < 8 ? String(base + Int(color.number)) : "\(base + 8);5;\(color.number)"
  }
}
