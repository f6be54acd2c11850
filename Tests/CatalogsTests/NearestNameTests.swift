import Catalogs
import Testing

@Suite("Nearest name")
struct NearestNameTests {
  @Test(
    "the name few slips away is meant",
    arguments: [
      ("comptia-network-pluss", "comptia-network-plus"), ("CKAA", "cka"), ("lnux", "linux"),
      ("netowrking", "networking"), ("comptia", "comptia-a-plus"),
    ])
  func near(written: String, meant: String) {
    let names = ["comptia-network-plus", "cka", "linux", "networking", "comptia-a-plus"]
    #expect(NearestName.nearest(to: written, among: names) == meant)
    #expect(NearestName.nearest(to: written, among: names.reversed()) == meant)
  }

  @Test("nothing near is nothing said")
  func far() {
    #expect(NearestName.nearest(to: "welding", among: ["cka", "linux", "networking"]) == nil)
    #expect(NearestName.nearest(to: "", among: ["a"]) == nil)
    #expect(NearestName.nearest(to: "ab", among: []) == nil)
  }
}
