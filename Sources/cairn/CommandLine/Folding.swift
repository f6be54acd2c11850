import Foundation

/// Text as a search sees it: without case and accents.
enum Folding {
  static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// The words of a text, folded: runs of letters and digits.
  static func words(_ text: String) -> [String] {
    folded(text).split { !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "#") }.map(String.init)
  }
}
