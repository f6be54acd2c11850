import Yams

/// Where and why libyaml stopped.
struct YAMLFault: Error {
  enum Kind: Equatable {
    case syntax, undefinedAlias
    case duplicateKey(String)
  }

  var kind: Kind
  var words: String
  /// Where a person would look: where the unclosed string or list began.
  var line: Int
  var column: Int
  /// The line at which it was noticed.
  var problemLine: Int
}

/// Yams called on bytes.
enum YAMLText {
  /// Every document of the text.
  static func parse(_ bytes: some Collection<UInt8>) -> Result<[Node], YAMLFault> {
    do {
      // No resolver: what a plain scalar means is decided by the field that holds it, and Yams' own rules are
      // regular expressions that would be run on every scalar.
      let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
      var documents: [Node] = []
      while documents.count < 2, let node = try parser.nextRoot() { documents.append(node) }
      return .success(documents)
    } catch let error as YamlError {
      return .failure(fault(error))
    } catch {
      return .failure(YAMLFault(kind: .syntax, words: "\(error)", line: 1, column: 1, problemLine: 1))
    }
  }

  private static func fault(_ error: YamlError) -> YAMLFault {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      return fault(context, problem, mark)
    case .composer(_, let problem, let mark, _):
      let kind: YAMLFault.Kind = problem == "found undefined alias" ? .undefinedAlias : .syntax
      return YAMLFault(kind: kind, words: problem, line: mark.line, column: mark.column, problemLine: mark.line)
    case .duplicatedKeysInMapping(let keys, let context):
      return YAMLFault(
        kind: .duplicateKey(keys.first ?? ""), words: "a key is written twice", line: context.mark.line,
        column: context.mark.column, problemLine: context.mark.line)
    case .reader(let problem, _, _, _):
      return YAMLFault(kind: .syntax, words: problem, line: 1, column: 1, problemLine: 1)
    default:
      return YAMLFault(kind: .syntax, words: "this can't be read as YAML", line: 1, column: 1, problemLine: 1)
    }
  }

  /// A fault in a string, list or key is shown where that begins; in a block, where the block breaks off.
  private static func fault(_ context: YamlError.Context?, _ problem: String, _ mark: Mark) -> YAMLFault {
    let isBlock =
      context.map {
        $0.text.hasPrefix("while parsing a block") || $0.text.hasPrefix("while scanning a plain")
      } ?? true
    let place = isBlock ? mark : context?.mark ?? mark
    let words = [problem, context?.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    return YAMLFault(
      kind: .syntax, words: words, line: place.line, column: place.column, problemLine: mark.line)
  }
}
