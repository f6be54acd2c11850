/// "Did you mean …?": the name that was most likely meant.
public enum NearestName {
  /// The name nearest to what was written, or `nil` where none is near enough to be worth saying.
  ///
  /// Near means few slips of the finger apart (insertions, deletions, replacements and swapped neighbours: the
  /// restricted Damerau-Levenshtein distance), without regard to case: one slip in up to four characters, then one
  /// more for every further three, at most four. A name that what was written begins, or that begins it, is near too
  /// when at least three characters agree. Of equals, one that shares the longer beginning, then the first by order:
  /// the answer doesn't depend on the order of `names`.
  public static func nearest(to written: String, among names: some Sequence<String>) -> String? {
    Index(names).nearest(to: written)
  }

  /// Names made ready to be asked about more than once.
  public struct Index: Sendable {
    private let names: [(name: String, folded: [Unicode.Scalar])]

    public init(_ names: some Sequence<String>) {
      self.names = names.map { ($0, NearestName.folded($0)) }
    }

    /// See `NearestName.nearest(to:among:)`.
    public func nearest(to written: String) -> String? {
      let target = NearestName.folded(written)
      guard !target.isEmpty, target.count <= 200 else { return nil }
      let allowed = min(4, max(1, (target.count + 2) / 3))
      var best: Candidate?
      for (name, folded) in names where name != written {
        guard let candidate = Candidate(name, folded, target: target, allowed: allowed) else { continue }
        if best.map({ candidate.isBetter(than: $0) }) ?? true { best = candidate }
      }
      return best?.name
    }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar.isASCII {
      if ("A"..."Z").contains(scalar) { scalars[index] = Unicode.Scalar(UInt8(scalar.value) + 32) }
    }
    return scalars.allSatisfy(\.isASCII) ? scalars : Array(text.lowercased().unicodeScalars)
  }

  private struct Candidate {
    var name: String
    var distance: Int
    var sharedPrefix: Int

    init?(_ name: String, _ scalars: [Unicode.Scalar], target: [Unicode.Scalar], allowed: Int) {
      let shared = zip(scalars, target).prefix { $0 == $1 }.count
      let isBeginning = shared >= 3 && (shared == target.count || shared == scalars.count)
      // A mere beginning comes after every slip that is as near.
      let reach = isBeginning ? allowed + 1 : allowed
      if let distance = NearestName.distance(target, scalars, atMost: allowed) {
        self.distance = distance
      } else if isBeginning {
        self.distance = reach
      } else {
        return nil
      }
      self.name = name
      self.sharedPrefix = shared
    }

    func isBetter(than other: Candidate) -> Bool {
      if distance != other.distance { return distance < other.distance }
      if sharedPrefix != other.sharedPrefix { return sharedPrefix > other.sharedPrefix }
      return name < other.name
    }
  }

  /// The restricted Damerau-Levenshtein distance, or `nil` where it is more than `limit`.
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in 0..<second.count {
        let isSame = first[row] == second[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      if (current.min() ?? 0) > limit { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
