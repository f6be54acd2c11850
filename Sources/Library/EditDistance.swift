/// Optimal string alignment (Levenshtein's distance with neighbours changing places), up to a limit.
struct EditDistance {
  private let asked: [UInt32]
  private let most: Int
  // The rows of the table for the last letter, the one before and the one before that; kept, not made for every word.
  private var row: [Int]
  private var before: [Int]
  private var beforeThat: [Int]

  init(_ asked: [UInt32], most: Int) {
    self.asked = asked
    self.most = most
    row = Array(0...asked.count)
    before = row
    beforeThat = row
  }

  /// The distance to the word, and the least to any beginning of it; `nil` where both are over the limit.
  mutating func of(_ word: ArraySlice<UInt32>) -> (whole: Int, beginning: Int)? {
    for place in 0...asked.count { row[place] = place }
    var beginning = asked.count
    var last: UInt32 = 0
    for (number, letter) in word.enumerated() {
      swap(&beforeThat, &before)
      swap(&before, &row)
      row[0] = number + 1
      var least = row[0]
      for place in 1...asked.count {
        var best = min(before[place] + 1, row[place - 1] + 1)
        best = min(best, before[place - 1] + (asked[place - 1] == letter ? 0 : 1))
        if number > 0, place > 1, asked[place - 1] == last, asked[place - 2] == letter {
          best = min(best, beforeThat[place - 2] + 1)
        }
        row[place] = best
        least = min(least, best)
      }
      last = letter
      beginning = min(beginning, row[asked.count])
      if least > most { return beginning <= most ? (most + 1, beginning) : nil }
    }
    let whole = row[asked.count]
    return min(whole, beginning) <= most ? (whole, beginning) : nil
  }
}
