@main
struct Cairn {
  static func main() { print("cairn") }
}
