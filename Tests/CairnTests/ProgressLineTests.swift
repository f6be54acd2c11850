import Storage
import Testing

@testable import cairn

@Suite("How far an index is")
struct ProgressLineTests {
  private func line(
    _ progress: IndexProgress, part: Double, done: Int = 0, from: Double = 0, seconds: Double
  ) -> String {
    ProgressLine(progress: progress, part: part, begun: .init(part: from, done: done), seconds: seconds).text
  }

  @Test("phase, count, rate and time left, each once it can be told")
  func told() {
    let words = IndexProgress(.words, done: 400_000, of: 1_850_000)
    #expect(
      line(words, part: 400.0 / 1850, seconds: 50)
        == "3 of 5  indexing words  400,000 entries of 1,850,000  8,000/s  3 min 2 s left")
    // Gone on with, it is the rate since then.
    #expect(
      line(words, part: 400.0 / 1850, done: 300_000, from: 300.0 / 1850, seconds: 10)
        == "3 of 5  indexing words  400,000 entries of 1,850,000  10,000/s  2 min 25 s left")
    #expect(line(IndexProgress(.reading), part: 0, seconds: 0) == "1 of 5  reading")
    #expect(line(IndexProgress(.reading, done: 1), part: 0.5, seconds: 0.5) == "1 of 5  reading  1 entry")
    let reading = IndexProgress(.reading, done: 90)
    #expect(line(reading, part: 0.9, seconds: 9) == "1 of 5  reading  90 entries  10/s  1 s left")
    #expect(line(IndexProgress(.merging, done: 7), part: 0, seconds: 30) == "4 of 5  merging")
    #expect(line(IndexProgress(.ranking), part: 0, seconds: 9) == "2 of 5  ranking")
    #expect(line(IndexProgress(.counting), part: 0, seconds: 9) == "5 of 5  counting")
  }
}
