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
            guard gathered.isEmpty, !isAbsent(part) else { return }
            gathered.append(copying: part)
        }
    }
}
