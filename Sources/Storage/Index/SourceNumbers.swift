/// Numbers of files and of their entries, which are in the order of the files: so files can be added between others.
enum SourceNumbers {
  /// Between a file and the next, at first.
  private static let gap = 16
  /// Bits of an entry's number that tell its place in its file.
  private static let placeBits = 24

  /// Numbers for files in their order, some of which have one; `nil` where there is no room for the others.
  ///
  /// - Parameter taken: numbers that no other file may have.
  static func numbers(_ known: [Int?], taken: Set<Int>) -> [Int]? {
    var numbers: [Int] = []
    var place = 0
    while place < known.count {
      if let number = known[place] {
        numbers.append(number)
        place += 1
        continue
      }
      let end = known[place...].firstIndex { $0 != nil } ?? known.count
      let count = end - place
      let last = numbers.last ?? 0
      // Nothing comes after the last file: there is always room.
      let next = (end < known.count ? known[end] : nil) ?? last + (count + 1) * gap
      let free = (last..<next).dropFirst().filter { !taken.contains($0) }
      guard free.count >= count else { return nil }
      for number in 1...count { numbers.append(free[free.count * number / (count + 1)]) }
      place = end
    }
    return numbers
  }

  /// The number of the entry at a place of a file.
  static func entry(_ place: Int, of file: Int) -> Int64 { Int64(file) << placeBits + Int64(place) }

  /// Those of all entries of a file.
  static func entries(of file: Int) -> ClosedRange<Int64> { entry(0, of: file)...(entry(0, of: file + 1) - 1) }
}
