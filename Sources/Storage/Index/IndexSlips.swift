import GRDB

/// Ids one slip of the finger away from what was written, asked for one by one: an index of ids answers that, where a
/// look at all of millions would take seconds.
enum IndexSlips {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-_.")
  /// Longer ones have too many neighbours to be asked for.
  private static let longest = 60

  static func ids(near written: String, _ database: Database) throws -> [String] {
    guard written.count <= longest else { return [] }
    var found: [String] = []
    let slips = slips(of: Array(written))
    for start in stride(from: 0, to: slips.count, by: 500) {
      let part = slips[start..<min(slips.count, start + 500)]
      let marks = part.map { _ in "?" }.joined(separator: ",")
      found += try String.fetchAll(
        database, sql: "SELECT id FROM entry WHERE id IN (\(marks)) AND kind < 2",
        arguments: StatementArguments(part.map { $0.databaseValue }))
    }
    return found
  }

  /// A letter too many, too few, another one, or two that changed places; and the same without capitals.
  private static func slips(of written: [Character]) -> [String] {
    var slips: Set<[Character]> = [Array(String(written).lowercased())]
    for place in 0...written.count {
      for letter in letters {
        slips.insert(written[..<place] + [letter] + written[place...])
        if place < written.count { slips.insert(written[..<place] + [letter] + written[(place + 1)...]) }
      }
      if place < written.count { slips.insert(Array(written[..<place] + written[(place + 1)...])) }
      guard place + 1 < written.count else { continue }
      var swapped = written
      swapped.swapAt(place, place + 1)
      slips.insert(swapped)
    }
    return slips.map { String($0) }
  }
}
