#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What reading catalogs needs of the disk, by POSIX calls: no more of Foundation than this is needed here.
enum FileSystem {
  enum Kind { case missing, file, folder }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The path without links, `.` and `..`; the path itself where it leads nowhere.
  static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Bytes, and when it was changed last in nanoseconds since 1970-01-01 (UTC); zeros where there is no such file.
  static func stamp(of path: String) -> (size: Int, modified: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else { return (0, 0) }
    #if canImport(Darwin)
      let moment = status.st_mtimespec
    #else
      let moment = status.st_mtim
    #endif
    return (Int(status.st_size), Int(moment.tv_sec) * 1_000_000_000 + Int(moment.tv_nsec))
  }

  /// True where the bytes hold those of the word.
  static func holds(_ text: UnsafeRawBufferPointer, _ word: UnsafeRawBufferPointer) -> Bool {
    guard var start = text.baseAddress, let sought = word.baseAddress, let first = word.first else { return false }
    let end = start + text.count
    while end - start >= word.count, let found = memchr(start, Int32(first), end - start - word.count + 1) {
      if memcmp(found, sought, word.count) == 0 { return true }
      start = UnsafeRawPointer(found) + 1
    }
    return false
  }

  static func names(in folder: String) throws(CatalogFileError) -> [String] {
    guard let stream = opendir(folder) else { throw .unreadable(folder, reason: reason()) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
            String(cString: $0)
          }
        })
    }
    return names
  }

  static func contents(of path: String) throws(CatalogFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, reason: reason()) }
    defer { close(descriptor) }
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: max(4096, min(expected + 1, 1 << 20)))
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw .unreadable(path, reason: reason())
      }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
