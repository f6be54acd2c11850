import Foundation
import Screens
import Storage
import Wording

/// Writes a page into a file for somebody at the screen; none that is there already is replaced.
enum HandoutWriting {
  /// What the state is to hear of it.
  static func write(_ handout: Handout, to file: HandoutFile) -> Event {
    guard let data = HandoutFormat(path: file.path)?.data(of: handout) else {
      return .told("\(file.path) has no name of a page")
    }
    let url = URL(fileURLWithPath: (file.path as NSString).expandingTildeInPath)
    let free = file.isProposal ? free(url) : url
    if FileManager.default.fileExists(atPath: free.path) {
      return .told("not written: \(file.path) is there already; choose another name")
    }
    do {
      if handout.isPersonal {
        try PrivateFiles.write(data, to: free)
      } else {
        try data.write(to: free, options: .atomic)
      }
      return .told("written to \(free.path)")
    } catch {
      return .told("not written: can't write \(free.path)")
    }
  }

  /// The first of `page.md`, `page-2.md`, `page-3.md` … that nobody has written yet.
  private static func free(_ url: URL) -> URL {
    let (base, kind) = (url.deletingPathExtension(), url.pathExtension)
    let candidates = (2...999).lazy.map { URL(fileURLWithPath: "\(base.path)-\($0)").appendingPathExtension(kind) }
    return ([url] + candidates).first { !FileManager.default.fileExists(atPath: $0.path) } ?? url
  }
}
