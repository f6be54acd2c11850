import ArgumentParser
import Catalogs
import Curses
import Display
import Foundation
import Storage
import Wording

/// `cairn doctor`: what Cairn finds around it.
struct Doctor: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says where things are kept, what the terminal can do, and what is wrong.",
    discussion: "Exit status 65 where a configuration file or a catalog has a fault.")

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func perform() throws -> ExitCode {
    let examination = Examination(catalogs: catalogs.catalog)
    switch catalogs.format {
    case .text: try Output.show(examination.lines)
    case .json: try Output.show(examination.json)
    }
    return examination.faults.isEmpty ? .success : ExitCodes.badData
  }
}

/// What was found, in groups of names and values, and what of it is wrong.
struct Examination {
  private(set) var groups: [(title: String, facts: [(name: String, value: String)])] = []
  private(set) var faults: [String]

  init(
    catalogs paths: [String], folders: StorageFolders = StorageFolders(),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    faults = Settings.read(folders.configuration).faults
    groups.append(("Program", Examination.program))
    groups.append(("Terminal", Examination.terminal(environment)))
    groups.append(("Folders", Examination.places(folders)))
    addLearners(folders.data)
    addCatalogs(paths)
  }

  private static var program: [(String, String)] {
    [
      ("cairn", Cairn.configuration.version), ("Swift", swiftVersion), ("ncurses", CursesTerminal.version),
      ("system", ProcessInfo.processInfo.operatingSystemVersionString),
    ]
  }

  private static var swiftVersion: String {
    #if swift(>=6.3)
      "6.3 or later"
    #elseif swift(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }

  private static func terminal(_ environment: [String: String]) -> [(String, String)] {
    let abilities = CursesTerminal.abilities()
    let named = ["TERM", "COLORTERM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "ESCDELAY"].map { name in
      (name, environment[name].map { $0.isEmpty ? "empty" : $0 } ?? "not set")
    }
    guard let abilities else { return named + [("screen", "none: output is plain text")] }
    return named + [
      ("columns", String(Output.width)),
      ("colours", String(abilities.colors)),
      ("theme", Theme.terminal.fitting(colors: abilities.colors) == .none ? "faces alone" : "as chosen"),
      ("characters", abilities.isUTF8 ? "UTF-8" : "ASCII"),
    ]
  }

  private static func places(_ folders: StorageFolders) -> [(String, String)] {
    [
      ("data", state(of: folders.data)), ("cache", state(of: folders.cache)),
      ("configuration", state(of: folders.configuration)),
      (Settings.configName, state(of: folders.configuration.appendingPathComponent(Settings.configName))),
      (Settings.keysName, state(of: folders.configuration.appendingPathComponent(Settings.keysName))),
    ]
  }

  private static func state(of url: URL) -> String {
    let files = FileManager.default
    guard files.fileExists(atPath: url.path) else { return "\(url.path) (not there yet)" }
    return files.isWritableFile(atPath: url.path) ? url.path : "\(url.path) (can't be written to)"
  }

  // MARK: What is kept and read

  private mutating func addLearners(_ folder: URL) {
    guard LearnerStore.exists(in: folder) else { return groups.append(("Learners", [("kept", "none yet")])) }
    do throws(StoreFailure) {
      let opening = try LearnerStore.open(in: folder)
      let count = Amounts.count(try opening.store.entries().count, "learner")
      groups.append(("Learners", [("kept", "\(count) in \(opening.store.path)")]))
      if !opening.remark.isEmpty { faults.append(opening.remark) }
      if let reason = opening.store.readOnlyReason {
        faults.append("nothing is saved: " + reason.sentence(for: .command))
      }
    } catch {
      groups.append(("Learners", [("kept", "not readable")]))
      faults.append(error.sentence(for: .command))
    }
  }

  private mutating func addCatalogs(_ paths: [String]) {
    do {
      let places = try paths.isEmpty ? BundledCatalogs.paths() : paths
      var facts = [("from", places.joined(separator: ", "))]
      if let opening = try LargeCatalogs.opening(places) {
        facts += [("index", Examination.words(opening))]
        if case .ready(let index) = opening {
          let extent = try index.extent()
          facts += [("contents", contents(try index.headers().count, extent.credentials, extent.goals))]
        } else {
          faults.append("\(places.joined(separator: ", ")): too large to be read each time; cairn index makes an index")
        }
      } else {
        let opened = try CatalogOptions.read(places)
        let catalog = opened.catalog
        facts += [("contents", contents(catalog.headers.count, catalog.credentials.count, catalog.goals.count))]
        faults += opened.errors.map(\.description)
      }
      groups.append(("Catalogs", facts))
    } catch {
      groups.append(("Catalogs", [("from", "not readable")]))
      faults.append((error as? Failure)?.sentence ?? (error as? StoreFailure)?.sentence ?? String(describing: error))
    }
  }

  private func contents(_ catalogs: Int, _ credentials: Int, _ goals: Int) -> String {
    [Amounts.count(catalogs, "catalog"), Amounts.count(credentials, "credential"), Amounts.count(goals, "goal")]
      .joined(separator: ", ")
  }

  private static func words(_ opening: StoredIndex.Opening) -> String {
    switch opening {
    case .ready(let index): "as the catalogs are now, in \(index.path)"
    case .unfinished: "begun and not finished"
    case .outdated: "older than the catalogs"
    case .damaged: "damaged, and thrown away"
    case .none: "none"
    }
  }

  var lines: [String] {
    let width = groups.flatMap(\.facts).map { DisplayWidth.of($0.name) }.max() ?? 0
    let facts = groups.flatMap { group in
      [group.title] + group.facts.map { "  \(DisplayWidth.padded($0.name, to: width))  \($0.value)" } + [""]
    }
    return facts + (faults.isEmpty ? ["Nothing is wrong."] : ["What is wrong"] + faults.map { "  \($0)" })
  }

  var json: JSONValue {
    .object(
      groups.map { group in
        (group.title.lowercased(), JSONValue.object(group.facts.map { ($0.name, .string($0.value)) }))
      } + [("faults", .strings(faults))])
  }
}
