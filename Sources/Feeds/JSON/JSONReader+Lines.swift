import Model

/// One object on each line.
extension JSONReader {
    mutating func nextLine() throws(UnreadableDelivery) -> RowStep {
        while true {
            let (startLine, start) = (line, window.offset)
            guard let end = try lineEnd() else {
                keepHead()
                while true {
                    consume(upTo: window.filled)
                    guard !window.isAtEnd else { break }
                    try window.fill()
                    if let end = newline(from: window.position) {
                        consume(upTo: end + 1)
                        break
                    }
                }
                return tooLong(from: start, line: startLine)
            }
            let range = window.position..<end
            guard !range.isEmpty else {
                stage = .end
                return .end
            }
            head = nil
            if isBlank(range) {
                consume(upTo: end)
                continue
            }
            if range.count > limits.row {
                keepHead()
                consume(upTo: end)
                return tooLong(from: start, line: startLine)
            }
            let outcome = validate(range)
            guard case .end(let valueEnd) = outcome,
                isBlank(valueEnd..<end)
            else { return brokenLine(range, outcome) }
            return take(range.count, content: valueEnd - range.lowerBound, isFollowed: true)
        }
    }

    private mutating func validate(_ range: Range<Int>) -> JSONValidator.Outcome {
        var validator = JSONValidator()
        // Lending the window's bytes borrows the whole reader, so the members step outside meanwhile.
        var followed = JSONMembers()
        swap(&followed, &members)
        defer { swap(&followed, &members) }
        followed.restart(at: range.lowerBound)
        let bytes = window.bytes.span
        return validator.run(bytes, from: range.lowerBound, to: range.upperBound, isLast: true, members: &followed)
    }

    mutating func brokenLine(_ range: Range<Int>, _ outcome: JSONValidator.Outcome) -> RowStep {
        let index =
            switch outcome {
            case .broken(let index), .end(let index), .tooDeep(let index): index
            case .needsMore: range.upperBound
            }
        place = RowPlace(line: line, byteOffset: window.offset, byteLength: Int64(range.count))
        row = range
        consume(upTo: range.upperBound)
        let byte = index - range.lowerBound + 1
        guard case .tooDeep = outcome else {
            return .rejected(place.rejection(.syntax, explanation: "第 \(byte) 字节处不是 JSON / no JSON at byte \(byte)"))
        }
        let most = JSONValidator.deepest
        let explanation =
            "第 \(byte) 字节处嵌套超过 \(most) 层 / at byte \(byte) values stand more than \(most) deep within one another"
        return .rejected(place.rejection(.syntax, explanation: explanation))
    }

    /// The index behind the end of the line, or nil where it is longer than a row may be.
    mutating func lineEnd() throws(UnreadableDelivery) -> Int? {
        var seen = 0
        while true {
            if let found = newline(from: window.position + seen) { return found + 1 }
            seen = window.filled - window.position
            if seen > limits.row { return nil }
            if window.isAtEnd { return window.filled }
            try window.fill()
        }
    }
}
