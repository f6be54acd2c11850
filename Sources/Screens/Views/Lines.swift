import Display

/// Text gathered line by line, wrapped to a width.
struct Lines {
  private(set) var all: [(text: String, role: Role)] = []
  let width: Int

  init(width: Int) { self.width = max(4, width) }

  /// Wrapped lines keep the indent of the first.
  mutating func add(_ text: String, _ role: Role = .plain) {
    let indent = String(text.prefix { $0 == " " })
    let body = String(text.dropFirst(indent.count))
    for part in DisplayWidth.wrapped(body, to: max(4, width - indent.count)) { all.append((indent + part, role)) }
  }

  /// A heading after an empty line.
  mutating func addHeading(_ text: String) {
    if !all.isEmpty { all.append(("", .plain)) }
    add(text, .heading)
  }
}
