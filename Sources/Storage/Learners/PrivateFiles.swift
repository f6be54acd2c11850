import Foundation

/// Folders and files that their owner alone can read.
enum PrivateFiles {
  /// The folder, made with all above it where there is none; 0700.
  static func makeFolder(_ folder: URL) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if !manager.fileExists(atPath: folder.path, isDirectory: &isFolder) {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    try narrow(folder.path, to: 0o700)
  }

  /// The file, made empty where there is none; 0600. SQLite gives the files beside it the same permissions.
  static func makeFile(_ file: URL) throws {
    let descriptor = open(file.path, O_CREAT | O_CLOEXEC | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    close(descriptor)
    try narrow(file.path, to: 0o600)
  }

  private static func narrow(_ path: String, to permissions: Int) throws {
    let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    guard let found, found & 0o777 != permissions else { return }
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }
}
