import Catalogs

/// The solver's single connective: open when children of enough weight hold.
///
/// `all` of n has need n, `any` need 1, `atLeast k` need k, all with weights 1; `credits` has the credits as weights.
/// `distinct` is an `all` of its parts and of one gate more, which has a rule: its need only counts how many must be
/// held at the least, which is what bounds are made from, and the rule decides.
struct Gate: Sendable {
  var need: Int
  var links: [GateLink]
  /// True where it stands for a skill and is shared by all that require it.
  var isShared = false
  /// Index of the rule that must hold besides, or -1.
  var rule = -1
}

/// Which parts must each be met by credentials of their own. A leaf without a target is held for ever.
typealias SharingRule = DistinctParts<GateLink.Target?>

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

extension [GateLink] {
  /// The first link to each target, in order, with what repeats it merged into it.
  func eachTargetOnce(_ merge: (inout GateLink, GateLink) -> Void) -> [GateLink] {
    var found: [GateLink] = []
    found.reserveCapacity(count)
    // Most gates have two or three children, which are sooner compared than hashed.
    var places: [GateLink.Target: Int]? = count > 12 ? [:] : nil
    for link in self {
      if let place = places.map({ $0[link.target] }) ?? found.firstIndex(where: { $0.target == link.target }) {
        merge(&found[place], link)
      } else {
        places?[link.target] = found.count
        found.append(link)
      }
    }
    return found
  }
}
