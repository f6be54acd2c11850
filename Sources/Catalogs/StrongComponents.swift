/// The strongly connected components of a graph in which `next` gives each node's successors.
///
/// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), without recursion: a
/// hostile catalog may chain a hundred thousand entries.
func strongComponents(of nodes: [Int], next: (Int) -> [Int]) -> [[Int]] {
  var order: [Int: Int] = [:]
  var low: [Int: Int] = [:]
  var stack: [Int] = []
  var onStack: Set<Int> = []
  var components: [[Int]] = []
  for root in nodes where order[root] == nil {
    var calls: [(node: Int, successors: ArraySlice<Int>)] = []
    func enter(_ node: Int) {
      order[node] = order.count
      low[node] = order[node]
      stack.append(node)
      onStack.insert(node)
      calls.append((node, next(node)[...]))
    }
    enter(root)
    while let top = calls.indices.last {
      let node = calls[top].node
      if let successor = calls[top].successors.popFirst() {
        if order[successor] == nil {
          enter(successor)
        } else if onStack.contains(successor) {
          low[node] = min(low[node] ?? 0, order[successor] ?? 0)
        }
        continue
      }
      calls.removeLast()
      if let caller = calls.last?.node { low[caller] = min(low[caller] ?? 0, low[node] ?? 0) }
      guard low[node] == order[node] else { continue }
      var component: [Int] = []
      while let member = stack.popLast() {
        onStack.remove(member)
        component.append(member)
        if member == node { break }
      }
      components.append(component)
    }
  }
  return components
}
