package import Model

/// How times are written into a request.
package struct WrittenTime: Equatable, Sendable {
    private let pieces: [Piece]

    private enum Piece: Equatable, Sendable {
        case year, month, day, hour, minute, second, offset
        /// Seconds, or milliseconds, since 1970 UTC.
        case unix, milliseconds
        case literal(String)
    }

    private static let fields: [(String, Piece)] = [
        ("yyyy", .year), ("MM", .month), ("dd", .day), ("HH", .hour), ("mm", .minute), ("ss", .second),
        ("XXX", .offset),
    ]

    /// Nil where the pattern has other letters, or names no day.
    ///
    /// - Parameter pattern: `unix`, `unix_ms`, or fields such as `yyyy-MM-dd'T'HH:mm:ssXXX`, words between apostrophes.
    package init?(_ pattern: String) {
        switch pattern {
        case "unix": pieces = [.unix]
        case "unix_ms": pieces = [.milliseconds]
        default:
            guard let pieces = Self.compile(pattern) else { return nil }
            self.pieces = pieces
        }
    }

    private static func compile(_ pattern: String) -> [Piece]? {
        var (pieces, rest): ([Piece], Substring) = ([], pattern[...])
        while let first = rest.first {
            if let (text, field) = fields.first(where: { rest.hasPrefix($0.0) }) {
                pieces.append(field)
                rest = rest.dropFirst(text.count)
            } else if first == "'" {
                guard let end = rest.dropFirst().firstIndex(of: "'") else { return nil }
                pieces.append(.literal(String(rest[rest.index(after: rest.startIndex)..<end])))
                rest = rest[end...].dropFirst()
            } else {
                guard !first.isLetter else { return nil }
                pieces.append(.literal(String(first)))
                rest = rest.dropFirst()
            }
        }
        return [.year, .month, .day].allSatisfy(pieces.contains) ? pieces : nil
    }

    /// An instant as the clocks of a zone show it.
    package func text(_ instant: Instant, in zone: Zone) -> String {
        let offset = zone.offset(at: instant)
        let (day, microseconds) = instant.local(offset: offset)
        let (date, second) = (day.civil, Int(microseconds / 1_000_000))
        return pieces.map { piece in
            switch piece {
            case .year: Self.digits(date.year, 4)
            case .month: Self.digits(date.month, 2)
            case .day: Self.digits(date.day, 2)
            case .hour: Self.digits(second / 3600, 2)
            case .minute: Self.digits(second / 60 % 60, 2)
            case .second: Self.digits(second % 60, 2)
            case .offset:
                (offset < 0 ? "-" : "+") + Self.digits(abs(offset) / 3600, 2) + ":"
                    + Self.digits(abs(offset) / 60 % 60, 2)
            case .unix: String(instant.seconds(since: Instant(microseconds: 0)))
            case .milliseconds: String(instant.microseconds / 1000)
            case .literal(let text): text
            }
        }.joined()
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
