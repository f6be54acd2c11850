import Catalogs
import Display
import Planning
import Screens

/// What a session is about: catalogs that are held, or a marketplace that is read as far as somebody looks at it.
enum SessionCatalogs: Sendable {
  case held(Catalog)
  case indexed(IndexedLibrary)

  /// What a session begins with.
  struct Opened {
    var catalogs: SessionCatalogs
    /// With all that the goal and the learner's options name.
    var named: Catalog
    /// The id of the goal.
    var goal: String?
  }

  /// Catalogs as they are opened on screens: large ones in their index.
  ///
  /// - Parameter read: reads those that aren't large.
  static func opened(
    _ paths: [String], _ goal: String?, _ learner: LearnerOptions,
    read: ([String]) throws(Failure) -> ValidatedCatalog = { paths throws(Failure) in try CatalogOptions.read(paths) }
  ) throws(Failure) -> Opened {
    guard let index = try LargeCatalogs.index(paths) else {
      let opened = try read(paths)
      let goal = try goal.map { name throws(Failure) in try Names(opened.catalog).goal(name, issues: opened.issues).id }
      return Opened(catalogs: .held(opened.catalog), named: opened.catalog, goal: goal)
    }
    let named = try CatalogOptions.part(of: index, around: goal.map { [$0] } ?? [], learner, [])
    let goal = try goal.map { name throws(Failure) in try Names(named).goal(name).id }
    do {
      return Opened(catalogs: .indexed(try IndexedLibrary(index)), named: named, goal: goal)
    } catch {
      throw .index(error)
    }
  }

  /// The screens over it, and what they want done first.
  func opening(
    _ opened: OpenedRecord, goal: String?, size: Size, glyphs: Glyphs, keymap: Keymap = .standard
  ) -> (AppState, [Effect]) {
    switch self {
    case .held(let catalog):
      AppState.opening(catalog: catalog, opened: opened, goal: goal, size: size, glyphs: glyphs, keymap: keymap)
    case .indexed(let library):
      AppState.opening(source: library, opened: opened, goal: goal, size: size, glyphs: glyphs, keymap: keymap)
    }
  }

  /// What is held of them; nothing of a marketplace.
  var held: Catalog { if case .held(let catalog) = self { catalog } else { Catalog(headers: []) } }

  /// The catalog in which a request is the same as in the whole.
  func catalog(for request: PlanningRequest) throws -> Catalog {
    switch self {
    case .held(let catalog): catalog
    case .indexed(let library): try library.part(for: request)
    }
  }

  func catalog(for enquiry: Enquiry) throws -> Catalog {
    switch self {
    case .held(let catalog): catalog
    case .indexed(let library): try library.part(for: enquiry)
    }
  }
}
