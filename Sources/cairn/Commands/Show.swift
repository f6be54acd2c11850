import ArgumentParser
import Catalogs

/// `cairn show ID`
struct Show: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints one entry, with what leads to it and what it leads to.")

  @Argument(help: "The id of a credential, goal, skill or provider, or the title of a goal.")
  var id: String

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func perform() throws -> ExitCode {
    let (opened, extent) = try opened()
    let entry = try entry(in: opened)
    switch catalogs.format {
    case .json: try Output.show(EntryJSON(opened.catalog).value(entry))
    case .text: try Output.show(EntryText(opened.catalog, width: Output.width, extent: extent).lines(entry))
    }
    return .success
  }

  /// The catalog, or of one that is indexed what is around the entry; with the extent of its evidence, where that isn't
  /// to be counted.
  private func opened() throws(Failure) -> (ValidatedCatalog, (known: Int, all: Int)?) {
    guard let index = try IndexedCatalog.open(catalogs.catalog) else { return (try catalogs.open(), nil) }
    do {
      var around = try index.surroundings(of: id)
      if !around.bears(id) {
        let titled = try index.goals(called: id)
        around =
          titled.count == 1
          ? try index.surroundings(of: titled[0]) : try index.part(around: [], naming: Set(index.likely(id)))
      }
      let extent = try index.extent()
      return (ValidatedCatalog(catalog: around, issues: []), (extent.reportedOn, extent.offered))
    } catch {
      throw .index(error)
    }
  }

  private func entry(in opened: ValidatedCatalog) throws(Failure) -> Entry {
    let catalog = opened.catalog
    if let goal = catalog.goal(id) { return .goal(goal) }
    if let credential = catalog.credential(id) { return .credential(credential) }
    if let skill = catalog.skill(id) { return .skill(skill) }
    if let provider = catalog.provider(id) { return .provider(provider) }
    return .goal(try Names(catalog).goal(id, issues: opened.issues))
  }
}

/// Whatever an id can stand for.
enum Entry {
  case goal(Goal)
  case credential(Credential)
  case skill(Skill)
  case provider(Provider)
}
