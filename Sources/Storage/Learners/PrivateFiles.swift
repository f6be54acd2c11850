import Foundation

/// Folders and files that their owner alone can read.
public enum PrivateFiles {
  /// Writes a file at once or not at all, in place of what is there; 0600.
  public static func write(_ data: Data, to file: URL) throws {
    let beside = file.deletingLastPathComponent().appendingPathComponent(
      ".\(file.lastPathComponent)-\(UUID().uuidString)")
    let descriptor = open(beside.path, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
      try handle.synchronize()
      guard rename(beside.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unlink(beside.path)
      throw error
    }
  }

  /// Writes zeros over all that a file holds.
  static func overwrite(_ file: URL) throws {
    let handle = try FileHandle(forUpdating: file)
    var left = try handle.seekToEnd()
    try handle.seek(toOffset: 0)
    while left > 0 {
      let count = min(left, 1 << 20)
      try handle.write(contentsOf: Data(count: Int(count)))
      left -= count
    }
    try handle.synchronize()
    try handle.close()
  }

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
