import Storage
import Testing

@Suite("Folders")
struct StorageFoldersTests {
  @Test("Absolute folders of the environment count; relative and empty ones don't")
  func environment() {
    let folders = StorageFolders(environment: [
      "HOME": "/home/ana", "XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "",
    ])
    #expect(folders.data.path == "/data/cairn")
    #expect(folders.cache.path == "/home/ana/.cache/cairn")
    #expect(folders.configuration.path == "/home/ana/.config/cairn")
  }
}
