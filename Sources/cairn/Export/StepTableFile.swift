import Display
import Wording

/// The steps as comma-separated values (RFC 4180), for a spreadsheet.
struct StepTableFile {
  let handout: Handout

  init(_ handout: Handout) { self.handout = handout }

  var lines: [String] {
    let head = [
      "step", "credential", "title", "provider", "start", "held", "hours", "cost", "currency", "estimate", "source",
      "read",
    ]
    let rows = handout.steps.enumerated().map { place, step in
      [
        "\(place + 1)", step.credential, step.title, step.provider, step.first.iso, step.held.iso,
        Amounts.hours(step.minutes).filter { $0 != "," }, Amounts.money(step.cost).filter { $0 != "," }, step.currency,
        step.isEstimate ? "yes" : "no", step.source?.url ?? "", step.source?.read?.iso ?? "",
      ]
    }
    return ([head] + rows).map { $0.map(cell).joined(separator: ",") }
  }

  private func cell(_ text: String) -> String {
    var safe = DisplayWidth.sanitized(text)
    // A spreadsheet would take it for a formula.
    if let first = safe.first, "=+-@".contains(first) { safe = "'" + safe }
    guard safe.contains(where: { ",\"".contains($0) }) else { return safe }
    return "\"" + safe.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
