import Catalogs
import Display
import Planning
import Screens
import Testing

@testable import cairn

@Suite("The event loop")
struct EventLoopTests {
  @Test("keys change the state, work is done meanwhile, and the answer is shown")
  func session() {
    let (end, frames) = play([
      .key(.character("p")), .key(.character("x")), .key(.character("q")), .key(.character("y")),
    ])
    #expect(end == .quit)
    // Every key waits until what the one before it asked for is done.
    #expect(frames.last?.text == "p planned 1 x")
  }

  @Test("what is cancelled is not heard of, and a script may end without leaving")
  func cancelled() {
    let (end, frames) = play([.key(.character("c"))])
    #expect(end == .ended(.scriptEnded))
    #expect(frames.last?.text == "c")
  }

  @Test("a frame has the size the terminal has at that moment")
  func resized() {
    let (_, frames) = play([.resize(Size(width: 3, height: 1)), .key(.character("z"))])
    #expect(frames.map(\.size.width) == [40, 3, 3])
  }

  @Test("a session that is suspended comes back as large as its terminal")
  func suspended() {
    let (_, frames) = play([.key(.character("s"))])
    #expect(frames.last?.text == "s resized")
  }

  @Test("what the state wants from the start is done before the first key")
  func first() {
    let (_, frames) = play([.key(.character("x"))], first: [.plan(JobID(7), .stub(7), .urgent)])
    #expect(frames.last?.text == "planned 7 x")
  }

  @Test("what comes by itself is shown no oftener than anybody sees, and the last of it always")
  func flood() {
    let many = 500
    let terminal = ScriptedTerminal(size: Size(width: 40, height: 1), script: [], keepsAll: true)
    let jobs = Jobs(wake: terminal.waker) { request, _, _ in .stub(request) }
    terminal.isIdle = { jobs.pending == 0 }
    let begun = ContinuousClock.now
    var loop = EventLoop(Counter(), terminal: terminal, jobs: jobs)
    let end = loop.run(first: (1...many).map { .plan(JobID($0), .stub($0), .background) })
    #expect(end == .ended(.scriptEnded))
    #expect(terminal.frames.last?.text == "\(many)")
    // One for each sixtieth of a second, the first, and the last.
    #expect(terminal.frames.count <= Int((ContinuousClock.now - begun) / .milliseconds(16)) + 2)
  }

  private func play(_ script: [InputEvent], first: [Effect] = []) -> (SessionEnd, [Frame]) {
    let terminal = ScriptedTerminal(size: Size(width: 40, height: 1), script: script, keepsAll: true)
    let jobs = Jobs(wake: terminal.waker) { request, limits, _ in
      if request.goals == ["0"] { JobBench.search(limits) }
      return .stub(request)
    }
    terminal.isIdle = { jobs.pending == 0 }
    var loop = EventLoop(Diary(), terminal: terminal, jobs: jobs)
    let end = loop.run(first: first)
    return (end, terminal.frames)
  }
}

/// A state that counts what was planned.
private struct Counter: Drivable {
  private var count = 0

  mutating func update(_ event: Event) -> [Effect] {
    if case .planned = event { count += 1 }
    return []
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(String(count), x: 0, y: 0)
    return frame
  }
}

/// A state that writes down what happened to it.
private struct Diary: Drivable {
  private var words: [String] = []

  mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(.key(.character(let key))): return pressed(key)
    case .input(.resize): words.append("resized")
    case .planned(let id, _): words.append("planned \(id.number)")
    default: words.append("?")
    }
    return []
  }

  private mutating func pressed(_ key: Character) -> [Effect] {
    if key == "q" { return [.quit] }
    words.append(String(key))
    switch key {
    case "p": return [.plan(JobID(1), .stub(1), .urgent)]
    case "c": return [.plan(JobID(2), .stub(0), .background), .cancel(JobID(2))]
    case "s": return [.suspend]
    default: return []
    }
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(words.joined(separator: " "), x: 0, y: 0)
    return frame
  }
}
