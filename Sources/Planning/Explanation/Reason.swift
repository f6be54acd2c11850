import Catalogs

/// Who asks for something in a pathway.
public enum Asker: Hashable, Sendable {
  /// A goal of the request, by its id.
  case goal(String)
  /// What a step of the pathway requires before it starts, by the id of its credential.
  case requires(String)
  /// What a step of the pathway corequires, by the id of its credential.
  case corequires(String)
  /// The learner pinned it.
  case pin
}

/// The leaf of a requirement, as far as a credential can meet it or help to.
public enum Need: Hashable, Sendable {
  /// That credential is named itself.
  case credential(String)
  /// That credential is named, and has to be active.
  case active(String)
  case skill(String)
  /// Hundredths of a credit from a list.
  case credits(Int)
  /// Something no credential gives.
  case condition(String)
}

/// A choice that a requirement leaves on the way to one of its needs.
public enum RequirementChoice: Hashable, Sendable {
  /// So many of several parts are enough: the part that leads to the need, or one of these.
  case parts(need: Int, others: [Requirement])
  /// Ids of the other credentials that teach the skill.
  case teachers(others: [String])
  /// Ids of the other credentials whose credits count.
  case credits(others: [String])
}

/// One thing that a step of a pathway is good for.
public struct Reason: Hashable, Sendable {
  public var asker: Asker
  /// `nil` where the learner pinned it.
  public var need: Need?
  /// The day on which it is asked for, from day 0.
  public var day: Int
  /// True where what asks would fail without this step; false where the rest of the pathway would do.
  public var isNecessary: Bool
  /// It doesn't give what is needed, but keeps it from lapsing.
  public var byRenewing: Bool
  /// What would have done in its place, the widest choice first.
  public var choices: [RequirementChoice]

  public init(
    asker: Asker, need: Need?, day: Int, isNecessary: Bool, byRenewing: Bool = false,
    choices: [RequirementChoice] = []
  ) {
    self.asker = asker
    self.need = need
    self.day = day
    self.isNecessary = isNecessary
    self.byRenewing = byRenewing
    self.choices = choices
  }
}

/// One leaf of what a step or goal needs, with everything that meets it.
public struct Support: Hashable, Sendable {
  public enum Giver: Hashable, Sendable {
    /// A step, with the day on which it counts: its finish, or for a corequisite its start.
    case step(String, day: Int)
    case earned(String)
    /// The learner knows the skill.
    case known
    /// A condition that is taken to hold.
    case assumed
  }

  public var asker: Asker
  public var need: Need
  /// Steps first, in the order of the pathway. Empty where nothing gives it: another alternative holds then.
  public var givers: [Giver]

  public init(asker: Asker, need: Need, givers: [Giver]) {
    self.asker = asker
    self.need = need
    self.givers = givers
  }
}
