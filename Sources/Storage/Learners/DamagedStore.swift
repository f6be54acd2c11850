import Foundation

/// The rows that whole pages of a damaged SQLite file still hold, whatever became of the pages that lead to them.
///
/// SQLite itself gives up a table with the page at its root, and everything with the first page; what it calls recovery
/// is in its shell alone. So the pages are looked at one by one, as <https://www.sqlite.org/fileformat2.html> describes
/// them; those of the write-ahead log come before those of the file. Deleted rows were overwritten and don't come back.
struct DamagedStore {
  enum Value: Hashable {
    case null
    case integer(Int64)
    case bytes([UInt8])
    /// Real numbers, which nothing of ours is kept as.
    case other
  }

  struct Row: Hashable {
    var id: Int64
    var values: [Value]
  }

  private let bytes: [UInt8]
  private let pageSize: Int
  /// By number, from 1 on: where in the log the newest version of a page begins.
  private let log: WriteAheadLog

  init(path: String) {
    bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    log = WriteAheadLog([UInt8](FileManager.default.contents(atPath: path + "-wal") ?? Data()))
    let stated =
      bytes.starts(with: "SQLite format 3\0".utf8) ? bytes.number(at: 16, of: 2).map { $0 == 1 ? 65_536 : $0 } : nil
    let isSize = { (size: Int) in (512...65_536).contains(size) && size & (size - 1) == 0 }
    pageSize = [stated, log.pageSize].compactMap { $0 }.first(where: isSize) ?? 4096
  }

  /// Every row of every table that can be read, in no order.
  var rows: [Row] {
    let count = max((bytes.count + pageSize - 1) / pageSize, log.pages.keys.max() ?? 0)
    return (1...max(1, count)).flatMap { number in page(number).map { rows(of: $0, number) } ?? [] }
  }

  private func page(_ number: Int) -> ArraySlice<UInt8>? {
    if let page = log.pages[number] { return page }
    let start = (number - 1) * pageSize
    guard number > 0, start < bytes.count else { return nil }
    return bytes[start..<min(bytes.count, start + pageSize)]
  }

  private func rows(of page: ArraySlice<UInt8>, _ number: Int) -> [Row] {
    let page = Array(page)
    // The first page begins with the header of the file.
    let header = number == 1 ? 100 : 0
    guard page.number(at: header, of: 1) == 0x0D, let count = page.number(at: header + 3, of: 2) else { return [] }
    return (0..<count).compactMap { cell in
      page.number(at: header + 8 + 2 * cell, of: 2).flatMap { row(at: $0, of: page) }
    }
  }

  private func row(at start: Int, of page: [UInt8]) -> Row? {
    var reader = ByteReader(page, at: start)
    guard let size = reader.variable(), let id = reader.variable(), size >= 0,
      let payload = payload(Int(size), at: reader.place, of: page), let values = DamagedStore.values(of: payload)
    else { return nil }
    return Row(id: id, values: values)
  }

  /// What of it fits stands in the page itself, the rest in a chain of pages.
  private func payload(_ size: Int, at start: Int, of page: [UInt8]) -> [UInt8]? {
    let most = pageSize - 35
    guard size > most else { return page.slice(at: start, of: size) }
    guard size <= bytes.count + log.size else { return nil }
    let least = (pageSize - 12) * 32 / 255 - 23
    let fitting = least + (size - least) % (pageSize - 4)
    let here = fitting <= most ? fitting : least
    guard var payload = page.slice(at: start, of: here), var next = page.number(at: start + here, of: 4) else {
      return nil
    }
    while payload.count < size {
      guard let chained = self.page(next).map(Array.init), let following = chained.number(at: 0, of: 4),
        let more = chained.slice(at: 4, of: min(pageSize - 4, size - payload.count)), !more.isEmpty
      else { return nil }
      payload += more
      next = following
    }
    return payload
  }

  private static func values(of payload: [UInt8]) -> [Value]? {
    var header = ByteReader(payload, at: 0)
    guard let end = header.variable(), end <= payload.count else { return nil }
    var place = Int(end)
    var values: [Value] = []
    while header.place < end {
      guard let kind = header.variable() else { return nil }
      let size: Int
      switch kind {
      case 0: (size, values) = (0, values + [.null])
      case 8, 9: (size, values) = (0, values + [.integer(kind - 8)])
      case 1...6:
        size = [1, 2, 3, 4, 6, 8][Int(kind) - 1]
        guard let number = payload.slice(at: place, of: size) else { return nil }
        let isNegative = number[0] & 0x80 != 0
        values.append(.integer(number.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }))
      case 7: (size, values) = (8, values + [.other])
      case 12...:
        guard kind < Int64(payload.count) * 2 + 14 else { return nil }
        size = Int(kind - 12) / 2
        guard let bytes = payload.slice(at: place, of: size) else { return nil }
        values.append(.bytes(bytes))
      default: return nil
      }
      place += size
    }
    return place <= payload.count ? values : nil
  }
}

/// The pages in a write-ahead log that belong to transactions that were committed.
struct WriteAheadLog {
  private(set) var pages: [Int: ArraySlice<UInt8>] = [:]
  /// `nil` where there is no log.
  private(set) var pageSize: Int?
  let size: Int

  init(_ bytes: [UInt8]) {
    size = bytes.count
    guard let magic = bytes.number(at: 0, of: 4), magic & ~1 == 0x377F_0682,
      let pageSize = bytes.number(at: 8, of: 4), (512...65_536).contains(pageSize),
      let salt = bytes.slice(at: 16, of: 8)
    else { return }
    self.pageSize = pageSize
    var sum = Checksum(isBigEndian: magic & 1 == 1)
    sum.add(bytes[0..<24])
    var uncommitted: [Int: ArraySlice<UInt8>] = [:]
    var start = 32
    while start + 24 + pageSize <= bytes.count {
      let page = bytes[(start + 24)..<(start + 24 + pageSize)]
      sum.add(bytes[start..<(start + 8)])
      sum.add(page)
      // After the last frame come those of a log before this one.
      guard bytes.slice(at: start + 8, of: 8) == salt, bytes.number(at: start + 16, of: 8) == sum.value,
        let number = bytes.number(at: start, of: 4)
      else { return }
      uncommitted[number] = page
      if bytes.number(at: start + 4, of: 4) != 0 {
        pages.merge(uncommitted) { $1 }
        uncommitted = [:]
      }
      start += 24 + pageSize
    }
  }

  private struct Checksum {
    let isBigEndian: Bool
    private var sums: (UInt32, UInt32) = (0, 0)

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    var value: Int { Int(bitPattern: UInt(sums.0) << 32 | UInt(sums.1)) }

    /// - Parameter bytes: a multiple of eight.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
      for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 8) {
        sums.0 = sums.0 &+ word(bytes, start) &+ sums.1
        sums.1 = sums.1 &+ word(bytes, start + 4) &+ sums.0
      }
    }

    private func word(_ bytes: ArraySlice<UInt8>, _ start: Int) -> UInt32 {
      let four = bytes[start..<(start + 4)]
      return isBigEndian
        ? four.reduce(0) { $0 << 8 | UInt32($1) } : four.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}

/// Reads numbers that are as long as they need to be.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

  /// One to nine bytes, seven bits of each but of the ninth.
  mutating func variable() -> Int64? {
    var value: UInt64 = 0
    for count in 1...9 {
      guard bytes.indices.contains(place) else { return nil }
      let byte = bytes[place]
      place += 1
      if count == 9 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return Int64(bitPattern: value) }
    }
    return nil
  }
}

extension [UInt8] {
  /// Big-endian; `nil` outside of what there is.
  func number(at start: Int, of size: Int) -> Int? {
    slice(at: start, of: size)?.reduce(0) { $0 << 8 | Int($1) }
  }

  func slice(at start: Int, of size: Int) -> [UInt8]? {
    guard start >= 0, size >= 0, start <= count, size <= count - start else { return nil }
    return Array(self[start..<(start + size)])
  }
}
