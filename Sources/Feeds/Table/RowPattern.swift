/// The text by which a row is known to be no record; `*` stands for any text, also none.
struct RowPattern: Sendable {
    private let pieces: [[UInt8]]

    init(_ pattern: String) {
        pieces = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    func fits(_ text: [UInt8]) -> Bool {
        guard let first = pieces.first, let last = pieces.last, text.starts(with: first) else { return false }
        guard pieces.count > 1 else { return text.count == first.count }
        var rest = text.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() {
            guard let place = Self.place(of: piece, in: rest) else { return false }
            rest = rest[(place + piece.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func place(of piece: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= piece.count else { return nil }
        return (text.startIndex...(text.endIndex - piece.count)).first {
            text[$0..<($0 + piece.count)].elementsEqual(piece)
        }
    }
}
