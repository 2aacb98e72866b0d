import Model
import Settings

/// One document, with a path to its rows.
extension JSONReader {
    mutating func enter() throws(UnreadableDelivery) {
        guard case .document(let path) = shape.layout else {
            stage = .lines
            return
        }
        for name in path { try enterMember(name, of: path) }
        guard try peek() == UInt8(ascii: "[") else { throw .noRows(at: path, line: line) }
        consume(upTo: window.position + 1)
        stage = .firstRow
    }

    /// Goes into the member of this name, passing over those before it.
    mutating func enterMember(_ name: String, of path: [String]) throws(UnreadableDelivery) {
        guard try peek() == UInt8(ascii: "{") else { throw .noRows(at: path, line: line) }
        consume(upTo: window.position + 1)
        if try peek() == UInt8(ascii: "}") { throw .noRows(at: path, line: line) }
        while true {
            if try readKey() == name { return }
            _ = try scan(keeps: false)
            switch try peek() {
            case UInt8(ascii: ","): consume(upTo: window.position + 1)
            case UInt8(ascii: "}"): throw .noRows(at: path, line: line)
            default: throw broken()
            }
        }
    }

    mutating func nextElement() throws(UnreadableDelivery) -> RowStep {
        let byte = try peek()
        if byte == UInt8(ascii: "]") {
            consume(upTo: window.position + 1)
            try leave()
            stage = .end
            return .end
        }
        if stage == .rows {
            guard byte == UInt8(ascii: ",") else { throw broken() }
            consume(upTo: window.position + 1)
            _ = try peek()
        }
        stage = .rows
        let (startLine, start) = (line, window.offset)
        guard let length = try scan(keeps: true) else { return tooLong(from: start, line: startLine) }
        return take(length, content: length)
    }

    /// Follows the document from the end of its rows to its own end.
    mutating func leave() throws(UnreadableDelivery) {
        guard case .document(let path) = shape.layout else { return }
        for name in path.reversed() {
            while try peek() == UInt8(ascii: ",") {
                consume(upTo: window.position + 1)
                guard try readKey() != name else { throw .rowsTwice(at: path, line: line) }
                _ = try scan(keeps: false)
            }
            guard try peek() == UInt8(ascii: "}") else { throw broken() }
            consume(upTo: window.position + 1)
        }
        guard try peek() == nil else { throw broken() }
    }

    /// The name of a member; the reader stands before its value then.
    mutating func readKey() throws(UnreadableDelivery) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw broken() }
        var name: [UInt8] = []
        if let length = try scan(keeps: true), length >= 2 {
            let inner = (window.position + 1)..<(window.position + length - 1)
            _ = JSONText.append(window.bytes.span.extracting(inner), to: &name)
            consume(upTo: window.position + length)
        }
        guard try peek() == UInt8(ascii: ":") else { throw broken() }
        consume(upTo: window.position + 1)
        _ = try peek()
        return String(decoding: name, as: UTF8.self)
    }

    /// Follows one value to its end.
    ///
    /// - Parameter keeps: the value stays in the window, from `position` on; otherwise it is passed over.
    /// - Returns: its bytes; nil where it was passed over, or was too long to be kept: then `head` has its beginning.
    /// - Throws: `UnreadableDelivery` where it breaks off or breaks the rules.
    mutating func scan(keeps: Bool) throws(UnreadableDelivery) -> Int? {
        var validator = JSONValidator()
        var (seen, isKept) = (0, keeps)
        head = nil
        while true {
            let start = window.position
            switch validator.run(window.bytes.span, from: start + seen, to: window.filled, isLast: window.isAtEnd) {
            case .broken(let index):
                consume(upTo: index)
                throw broken()
            case .tooDeep(let index):
                consume(upTo: index)
                throw .jsonTooDeep(JSONValidator.deepest, line: line, offset: window.offset)
            case .end(let end):
                if isKept, end - start <= limits.row { return end - start }
                if isKept { keepHead() }
                consume(upTo: end)
                return nil
            case .needsMore:
                seen = window.filled - start
                if isKept, seen > limits.row {
                    keepHead()
                    isKept = false
                }
                if !isKept {
                    consume(upTo: window.filled)
                    seen = 0
                }
                try window.fill()
            }
        }
    }

    mutating func keepHead() {
        let end = min(window.filled, window.position + limits.keptHead)
        head = Array(window.bytes[window.position..<end])
    }
}
