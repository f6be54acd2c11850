/// Which rows of a long list are in view.
enum Scrolling {
  /// The first row shown, so that the selected one stands in the middle third where the list allows.
  static func first(selected: Int, count: Int, height: Int) -> Int {
    guard height > 0, count > height else { return 0 }
    return max(0, min(selected - height / 2, count - height))
  }
}
