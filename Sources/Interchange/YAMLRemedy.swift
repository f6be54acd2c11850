/// What to do about the parser's commonest complaints, for people who write YAML by hand twice a year.
enum YAMLRemedy {
  private static let remedies: [(complaint: String, remedy: String)] = [
    ("tab character", "indent with spaces"), ("'\\t'", "indent with spaces"),
    ("mapping values are not allowed", "put a text that has a colon between quotation marks, and indent keys alike"),
    ("expected '-' indicator", "indent it as the entries above"),
    ("did not find expected key", "indent it as the keys above, and close every quotation mark"),
    ("could not find expected ':'", "write a colon and a space behind the key"),
    ("expected ',' or ']'", "close the bracket, or set a comma before the next"),
    ("expected ',' or '}'", "close the brace, or set a comma before the next"),
    ("unexpected end of stream", "close the quotation mark"),
    ("undefined alias", "put a text that begins with * between quotation marks"),
    ("cannot start any token", "put a text that begins with such a sign between quotation marks"),
  ]

  /// The complaint with its remedy; as it is where none is known.
  static func added(to complaint: String) -> String {
    let known = remedies.first { complaint.contains($0.complaint) }
    return known.map { "\(complaint); \($0.remedy)" } ?? complaint
  }
}
