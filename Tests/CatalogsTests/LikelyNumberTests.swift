import Testing

@testable import Catalogs

@Suite("The number that is meant")
struct LikelyNumberTests {
  @Test(
    "is what somebody means who writes it as people do",
    arguments: [
      ("90 EUR", "90"), ("€ 1,200", "1200"), ("1.200,00 €", "1200.00"), ("0,5", "0.5"), ("0.125", "0.125"),
      ("5 %", "5"), ("12 hours", "12"), ("$380.", "380"), ("1,234,567", "1234567"), ("7,25", "7.25"),
    ])
  func meant(written: String, number: String) {
    #expect(LikelyNumber.meant(by: written) == number)
  }

  @Test("is not guessed where there is none, or more than one", arguments: ["free", "40-60", "2 x 45", "", ".,", "…"])
  func unclear(written: String) {
    #expect(LikelyNumber.meant(by: written) == nil)
  }
}
