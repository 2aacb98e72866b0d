import Model
import Settings

extension ColumnPlan {
    /// Adds the text of one of several columns to what was gathered of those before it.
    func gather(_ cell: Span<UInt8>, into gathered: inout [UInt8]) {
        let part = cell.extracting(Artefacts.range(of: cell))
        guard !part.isEmpty else { return }
        switch gathering {
        case .joined(let joiner):
            if !gathered.isEmpty { gathered.append(contentsOf: joiner.utf8) }
            gathered.append(copying: part)
        case .first:
            guard !isAbsent(part), gathered.isEmpty || !fits(gathered.span) && fits(part) else { return }
            // Where none fits, the first one stays, and is what the rejection shows.
            gathered.removeAll(keepingCapacity: true)
            gathered.append(copying: part)
        }
    }

    /// Whether the pattern, where there is one, takes a text.
    private func fits(_ text: Span<UInt8>) -> Bool {
        guard let pattern else { return true }
        return pattern.match(text) != .noMatch
    }
}
