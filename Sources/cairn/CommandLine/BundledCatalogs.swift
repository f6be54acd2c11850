import Foundation

/// Where the catalogs that come with the program are.
enum BundledCatalogs {
  static let variable = "CAIRN_CATALOGS"

  /// The path that the environment names, else the folder beside the executable, in the checkout it was built in, or
  /// in the share folder of the installation.
  static func paths() throws(Failure) -> [String] {
    if let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty { return [named] }
    guard let folder = executableFolder, let found = candidates(from: folder).first(where: isFolder) else {
      throw .noInput("the bundled catalogs are not to be found; name others with --catalog or \(variable)")
    }
    return [found]
  }

  private static var executableFolder: URL? {
    Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
  }

  private static func candidates(from folder: URL) -> [String] {
    var candidates = [folder.appendingPathComponent("catalogs").path]
    var parent = folder
    while parent.pathComponents.count > 1 {
      parent.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: parent.appendingPathComponent("Package.swift").path) {
        candidates.append(parent.appendingPathComponent("catalogs").path)
        break
      }
    }
    let installation = folder.deletingLastPathComponent()
    return candidates + [installation.appendingPathComponent("share/cairn/catalogs").path]
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
