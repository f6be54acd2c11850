import ArgumentParser
import Catalogs
import Interchange
import Storage
import Wording

/// `cairn index PATH…`
struct IndexCatalog: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Makes an index of large catalogs, to search and plan in them without reading all.",
    discussion: """
      For a marketplace of millions: a folder of many files, each read alone. `search`, `show`, `plan`, `goals` and the \
      planner use the index where the same --catalog is named and no file has changed since. It is kept in \
      $XDG_CACHE_HOME/cairn (~/.cache/cairn) and can always be made anew. Made again, it reads those files only whose \
      contents are others than before, or all where what all share has changed: a header, a provider, a skill.

      Ctrl-C stops it; the same command goes on where it stopped.
      """)

  @Argument(help: "A catalog file, or a folder of them; several are indexed together.")
  var paths: [String]

  @Flag(help: "Make it anew, even where it is up to date.")
  var anew = false

  func perform() throws -> ExitCode { try IndexCatalog.index(paths, anew: anew) }

  /// Makes the index of these catalogs, or goes on with it.
  static func index(_ paths: [String], anew: Bool = false) throws -> ExitCode {
    Interruption.listen()
    let parts = try IndexedCatalog.parts(paths)
    do {
      return try index(parts, of: IndexedCatalog.key(paths), anew)
    } catch let failure as StoreFailure {
      throw Failure(code: ExitCodes.cannotWrite, sentence: failure.sentence)
    } catch let error as CatalogFileError {
      throw Failure.noInput(error.description)
    }
  }

  private static func index(_ parts: CatalogParts, of key: String, _ anew: Bool) throws -> ExitCode {
    if anew { IndexMaking.remove(in: IndexedCatalog.folder, of: key) }
    let making = try IndexMaking(in: IndexedCatalog.folder, of: key, files: IndexedCatalog.files(parts))
    if try making.phase == .done {
      Output.complain("up to date: \(Amounts.count(try making.counts.entries, "entry", plural: "entries"))")
      return .success
    }
    let meter = ProgressMeter()
    var isDone = try read(parts, into: making, meter)
    if isDone { isDone = try making.finish(isStopped: { Interruption.isAsked }, told: meter.show) }
    meter.end()
    let (entries, faults) = try making.counts
    guard isDone else {
      Output.complain("stopped; the same command goes on from here")
      return ExitCodes.interrupted
    }
    if faults > 0 { Output.complain("\(Amounts.count(faults, "fault")) left out or warned of; cairn check says more") }
    Output.complain("indexed: \(Amounts.count(entries, "entry", plural: "entries"))")
    return .success
  }

  /// - Returns: false where it was stopped.
  private static func read(_ parts: CatalogParts, into making: IndexMaking, _ meter: ProgressMeter) throws -> Bool {
    guard try making.phase == .reading else { return true }
    meter.show(IndexProgress(.reading))
    let common = try parts.common { _ in !Interruption.isAsked }
    if Interruption.isAsked { return false }
    let preparation = EntryPreparation(
      providers: common.providers.compactMap { if case .provider(let provider) = $0.value { provider } else { nil } },
      skills: common.skills.compactMap { if case .skill(let skill) = $0.value { skill } else { nil } },
      headers: common.catalogs, reading: EntryJSONText.node)
    let places = Dictionary(uniqueKeysWithValues: parts.parts.enumerated().map { ($1.path, $0) })
    try making.share(
      (common.providers + common.skills).map { (preparation.prepared($0), places[$0.node.position.file] ?? 0) },
      headers: common.lent, preparation)
    let unread = try making.unread
    let ahead = ReadAhead(unread) { number in
      let contents = try parts.contents(of: parts.parts[number])
      let file = parts.entries(contents, of: parts.parts[number], with: common)
      return ReadFile(
        number: number, hash: contents.withUnsafeBytes(IndexedFile.hash), file: file,
        entries: file.entries.map(preparation.prepared))
    }
    defer { ahead.stop() }
    var bytes = 0
    let total = unread.reduce(0) { $0 + parts.parts[$1].size }
    while let read = try ahead.next() {
      if Interruption.isAsked { return false }
      let faults = read.file.issues.count { $0.severity == .error }
      try making.add(
        read.entries, of: read.number, hash: read.hash, header: read.file.header, faults: faults)
      bytes += parts.parts[read.number].size
      meter.show(IndexProgress(.reading, done: try making.counts.entries), part: Double(bytes) / Double(max(1, total)))
    }
    return true
  }

  private struct ReadFile {
    var number: Int
    var hash: Int64
    var file: LooseFile
    var entries: [PreparedEntry]
  }
}

extension EntryPreparation {
  fileprivate func prepared(_ entry: LooseEntry) -> PreparedEntry {
    prepared(entry.value, text: EntryJSONText.text(for: entry.node))
  }
}
