/// A text for paper: headings, sentences, lists and tables, without a format. Whoever writes it down makes it safe there.
public struct Page: Hashable, Sendable {
  public enum Block: Hashable, Sendable {
    case heading(String)
    case text(String)
    case list([String])
    /// What something is, item by item: `Cost: 321.00 USD`.
    case terms([Term])
    case table(Table)
    /// Where something was read.
    case references([Reference])
  }

  public struct Term: Hashable, Sendable {
    public var name: String
    public var text: String

    public init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
  }

  public struct Table: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
      public var title: String
      /// Numbers stand at the right.
      public var isRight: Bool

      public init(_ title: String, isRight: Bool = false) { (self.title, self.isRight) = (title, isRight) }
    }

    public var columns: [Column]
    /// Each with as many cells as there are columns.
    public var rows: [[String]]
    /// For each row from where to where it lies in the whole, in thousandths, for formats that can draw; empty for none.
    public var spans: [ClosedRange<Int>] = []

    public init(_ columns: [Column], rows: [[String]] = []) { (self.columns, self.rows) = (columns, rows) }
  }

  public struct Reference: Hashable, Sendable {
    public var title: String
    /// As the catalog has it: not always an address that can be opened.
    public var url: String
    /// `read 2 Jan 2026`, or nothing.
    public var note: String
  }

  public var title: String
  public var blocks: [Block]

  public init(title: String, blocks: [Block] = []) { (self.title, self.blocks) = (title, blocks) }

  /// A heading and what is below it; nothing where there is nothing below it.
  mutating func add(_ heading: String, _ blocks: [Block]) {
    let filled = blocks.filter { !$0.isEmpty }
    if !filled.isEmpty { self.blocks += [.heading(heading)] + filled }
  }
}

extension Page.Block {
  fileprivate var isEmpty: Bool {
    switch self {
    case .heading, .text: false
    case .list(let items): items.isEmpty
    case .terms(let terms): terms.isEmpty
    case .table(let table): table.rows.isEmpty
    case .references(let references): references.isEmpty
    }
  }
}
