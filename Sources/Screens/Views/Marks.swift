import Display

extension Glyphs {
  /// Before a total that contains something not known.
  var atLeast: String { isASCII ? ">" : "≥" }
}
