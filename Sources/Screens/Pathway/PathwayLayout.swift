import Display

/// Where the panes stand: all three, the one with the focus and its neighbour, or one alone; empty where not shown.
struct PathwayLayout {
  var frontier = Rect.empty
  var steps = Rect.empty
  var details = Rect.empty

  init(_ body: Rect, pane: PathwayPlace.Pane) {
    if body.width >= 110 {
      let parts = body.split(left: 34)
      frontier = parts.left
      (steps, details) = parts.rest.split(right: max(34, body.width * 3 / 10))
    } else if body.width >= 76 && pane == .details {
      (steps, details) = body.split(right: body.width / 2)
    } else if body.width >= 76 {
      (frontier, steps) = body.split(left: 33)
    } else {
      switch pane {
      case .frontier: frontier = body
      case .pathway: steps = body
      case .details: details = body
      }
    }
  }
}
