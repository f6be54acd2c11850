import ArgumentParser
import Catalogs
import Storage
import Wording

/// `cairn learner list`
struct ListLearners: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the learners, the latest changed first.")

  @OptionGroup var format: FormatOption

  func perform() throws -> ExitCode {
    let entries: [LearnerStore.Entry]
    do {
      entries = try KeptLearners.existing()?.entries() ?? []
    } catch let error as StoreFailure {
      throw KeptLearners.failure(error)
    }
    switch format.format {
    case .json: try Output.show(.array(entries.map(json)))
    case .text: try Output.show(lines(entries))
    }
    return .success
  }

  private func json(_ entry: LearnerStore.Entry) -> JSONValue {
    .object([
      ("name", .string(entry.name)), ("created", .string(day(entry.created).iso)),
      ("modified", .string(day(entry.modified).iso)),
    ])
  }

  private func lines(_ entries: [LearnerStore.Entry]) -> [String] {
    guard !entries.isEmpty else {
      return ["No learner is kept yet. The planner keeps what you change; cairn learner new NAME makes one."]
    }
    var table = TextTable(columns: [.left("learner"), .left("changed"), .left("since")])
    for entry in entries {
      table.rows.append([entry.name, Amounts.date(day(entry.modified)), Amounts.date(day(entry.created))])
    }
    return table.lines(width: Output.width) + ["Kept in \(KeptLearners.folder.path)"]
  }

  private func day(_ moment: Int) -> CalendarDate { CalendarDate(dayNumber: moment / 86_400) }
}
