import Display

/// Something a key can do. Footer, help, palette, key map file and manual are made from these values and nothing else.
///
/// A command lives beside what it commands: the static lists of the folders are gathered in `Command.all`.
public struct Command: Hashable, Identifiable, Sendable {
  /// Headings of help and manual.
  public enum Group: String, CaseIterable, Sendable {
    case moving = "Moving"
    case places = "Places"
    case finding = "Finding"
    case trying = "Trying things out"
    case steps = "The selected credential"
    case asking = "Asking about a pathway"
    case looking = "Looking closer"
    case keeping = "Learner and Now"
    case program = "The program"
  }

  /// What key map files call it: lower case with hyphens.
  public let id: String
  /// One or two words, for the footer and the palette.
  public let name: String
  /// What it does, as a sentence.
  public let sentence: String
  /// Its keys where no key map file gives others.
  public let keys: [Key]
  public let group: Group
  /// The places where it means something; `nil` for all of them. Commands of different places may share a key.
  public let places: Set<PlaceID>?
  /// How it moves, where it does.
  public let motion: Motion?
  /// Why it can't be used now, as a sentence without a full stop; `nil` where it can.
  let reason: @Sendable (AppState) -> String?
  let perform: @Sendable (inout AppState) -> [Effect]

  init(
    _ id: String, _ name: String, _ sentence: String, keys: [Key], _ group: Group, places: Set<PlaceID>? = nil,
    motion: Motion? = nil, unless reason: @escaping @Sendable (AppState) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout AppState) -> [Effect]
  ) {
    self.id = id
    self.name = name
    self.sentence = sentence
    self.keys = keys
    self.group = group
    self.places = places
    self.motion = motion
    self.reason = reason
    self.perform = perform
  }

  public static func == (first: Command, second: Command) -> Bool { first.id == second.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Every command, in the order of help and manual.
  public static let all: [Command] =
    moving + changingPlaces + finding + trying + onCredentials + asking + PathwayPlace.commands + LearnerPlace.saving
    + ExplorePlace.commands + ComparePlace.commands + LearnerPlace.commands + NowPlace.commands + program

  /// Whether it means something at a place.
  func belongs(to place: PlaceID) -> Bool { places?.contains(place) ?? true }

  /// Why it can't be used now: not here, or not in this state.
  func reasonAgainst(_ state: AppState) -> String? {
    if let places, !places.contains(state.placeID) {
      let there = PlaceID.allCases.filter(places.contains).map { "\($0.name) (\($0.key.name))" }
      return "\(name) belongs to \(there.joined(separator: " and "))"
    }
    return reason(state)
  }
}
