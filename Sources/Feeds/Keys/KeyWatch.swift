package import Model

/// Watches rows go by for keys that come again. It remembers two numbers a key, so that millions of rows can be watched.
package struct KeyWatch: Sendable {
    /// What was seen so far.
    package private(set) var repeated = RepeatedKeys()
    private var seen: [Int: Seen] = [:]
    private var rows: Int64 = 0

    private struct Seen: Sendable {
        let content: Int
        let place: RepeatedKeys.Place
    }

    private static let mostKeys = 2_000_000
    private static let mostPairs = 3

    package init() {}

    /// Takes the next row.
    ///
    /// - Parameters:
    ///   - key: stands for its key; nil where it has none.
    ///   - content: stands for all it says.
    ///   - line: where it stands.
    package mutating func take(key: Int?, content: Int, line: Int64) {
        let place = RepeatedKeys.Place(number: rows, line: line)
        rows += 1
        guard let key else { return }
        guard let first = seen[key] else {
            guard seen.count < Self.mostKeys else { return repeated.isPartial = true }
            seen[key] = Seen(content: content, place: place)
            return
        }
        guard first.content != content else { return repeated.alike += 1 }
        repeated.differing += 1
        if repeated.pairs.count < Self.mostPairs {
            repeated.pairs.append(RepeatedKeys.Pair(first: first.place, second: place))
        }
    }

    /// Takes the next row of a table. One without the whole of its key has none.
    mutating func take(_ values: [[UInt8]], key places: [Int], line: Int64) {
        let parts = places.map { $0 < values.count ? values[$0] : [] }
        let isWhole = !parts.isEmpty && !parts.contains { $0.isEmpty }
        take(key: isWhole ? parts.hashValue : nil, content: values.hashValue, line: line)
    }

    /// Takes the next record, with the personal data in clear that it is told apart by.
    ///
    /// - Parameter draft: the record.
    package mutating func take(_ draft: RecordDraft) {
        var content = Hasher()
        for cell in draft.cells {
            switch cell {
            case .absent: content.combine(0)
            case .integer(let value): content.combine(value)
            case .text(let range): content.combine(draft.bytes[range])
            case .personal(let clear, let masked): content.combine(draft.bytes[clear.isEmpty ? masked : clear])
            }
        }
        let key = draft.key.map { range in
            var key = Hasher()
            key.combine(draft.bytes[range])
            return key.finalize()
        }
        take(key: key, content: content.finalize(), line: draft.line)
    }
}
