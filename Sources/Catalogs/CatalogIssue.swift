/// One fault of a catalog: what is wrong, where, how bad, and what became of it.
///
/// A fault is data; `text` says it in words.
public struct CatalogIssue: Error, Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// Something stated is unusable, contradicts itself or can never be met.
    case error
    /// Everything is usable, but it probably isn't what was meant.
    case warning
  }

  /// What the reader did about it.
  public enum Consequence: Hashable, Sendable {
    /// Everything stated is in the catalog.
    case nothing
    /// The field that bears the fault counts as not stated.
    case fieldLeftOut
    /// One item of a list counts as not stated.
    case itemLeftOut
    /// The whole entry is not in the catalog.
    case entryLeftOut
    /// Something else stands in its place.
    case readAs(String)
    /// The requirement stays as written, and nothing satisfies it.
    case neverMet
    /// Nothing after that place in the file was read.
    case restLeftOut
  }

  /// What an entry of a catalog is.
  public enum EntryKind: String, Hashable, Sendable { case catalog, provider, skill, credential, goal }

  /// The entry a fault lies in.
  public struct EntryName: Hashable, Sendable {
    public var kind: EntryKind
    /// `nil` where it has none.
    public var id: String?

    public init(_ kind: EntryKind, _ id: String?) {
      self.kind = kind
      self.id = id
    }
  }

  public var position: SourcePosition
  public var severity: Severity
  public var fact: Fact
  public var entry: EntryName?
  public var consequence: Consequence

  public init(
    _ fact: Fact, at position: SourcePosition, severity: Severity, entry: EntryName? = nil,
    consequence: Consequence = .nothing
  ) {
    self.fact = fact
    self.position = position
    self.severity = severity
    self.entry = entry
    self.consequence = consequence
  }
}

extension CatalogIssue {
  /// What is wrong.
  public enum Fact: Hashable, Sendable {
    // The file
    /// The text breaks the rules of its format; the words are the parser's.
    case syntax(String)
    case invalidUTF8
    case controlCharacter(UInt32)
    case otherEncoding(String)
    case nothingInFile
    case tooDeep(limit: Int)
    case tooManyAliases
    case tooManySyntaxFaults
    case duplicateKey(String, first: SourcePosition)
    // The header
    /// No file of that folder (or the file itself) says which catalog it is.
    case missingHeader
    /// Several files of the folder say that they are a catalog, so this one could belong to any.
    case severalHeaders([String])
    case contradictingHeader(String, field: String, first: SourcePosition)
    case missingCreditSystem(catalog: String)
    // Fields
    case unknownKey(String, of: String, nearest: String?)
    case missing(String)
    case empty(String)
    case wrongType(String, expected: String, found: DraftNode.Shape)
    /// A text where a number should stand, and the number that is meant where one can tell.
    case noNumber(String, meant: String?)
    case unknownWord(String, field: String, nearest: String?, known: [String])
    case unknownCurrency(String, nearest: String?)
    case noSuchDate(String, field: String)
    case negative(String, written: String)
    case absurd(String, written: String, limit: String)
    case notWhole(String, written: String)
    case lowAboveHigh(String)
    case outsideRange(String)
    case togetherWith(String, String)
    case without(String, String)
    case repeated(String)
    // Names
    case duplicateIdentifier(EntryKind, String, first: SourcePosition)
    case unknownIdentifier(EntryKind, String, nearest: String?)
    /// An entry of that id was written, but is left out for a fault of its own.
    case leftOutIdentifier(EntryKind, String)
    // Requirements
    case notOneRequirement([String])
    case emptyChoice
    /// `atLeast` or `credits` of nothing.
    case asksForNothing(String)
    /// That field of a credential names the credential itself.
    case namesItself(String)
    case atLeastMoreThanOffered(need: Int, offered: Int)
    /// Hundredths of a credit.
    case creditsOutOfReach(need: Int, offered: Int)
    /// So many parts, which name so many credentials in all.
    case distinctOutOfReach(parts: Int, offered: Int)
    case untaughtSkill(String)
    /// Each needs the next, and the last the first.
    case circular([String])
    /// What it needs can't be had, for faults told elsewhere.
    case unreachable(because: [String])
    case unreachableGoal(because: [String])
    case leadsNowhere(String)
    case manyLeadNowhere(count: Int, examples: [String])
  }
}

extension CatalogIssue: Comparable {
  /// By file, line and column, then by what they say.
  public static func < (first: CatalogIssue, second: CatalogIssue) -> Bool {
    if first.position != second.position { return first.position < second.position }
    if first.severity != second.severity { return first.severity == .error }
    return first.text < second.text
  }
}
