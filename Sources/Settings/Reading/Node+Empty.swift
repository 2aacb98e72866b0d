import Yams

extension Node {
    /// Whether nothing was written: `key:`, `~` or `null`. An empty text in quotes is something.
    var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
