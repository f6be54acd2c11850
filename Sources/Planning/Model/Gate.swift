/// The solver's single connective: open when children of enough weight hold.
///
/// `all` of n has need n, `any` need 1, `atLeast k` need k, all with weights 1; `credits` has the credits as weights.
struct Gate: Sendable {
  var need: Int
  var links: [GateLink]
  /// True where it stands for a skill and is shared by all that require it.
  var isShared = false
}

struct GateLink: Sendable, Equatable {
  enum Target: Sendable, Hashable {
    case activity(Int)
    /// A leaf that counts only while active: index of a holding.
    case holding(Int)
    case gate(Int)
  }
  var target: Target
  var weight: Int
}
