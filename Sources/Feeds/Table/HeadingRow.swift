import Model
import Settings

/// One row that holds names of columns.
struct HeadingRow: Sendable {
    /// Without blanks around them; empty where the row says nothing.
    let names: [String]
    let line: Int64
    /// Whether the bytes are UTF-8 beyond ASCII, whatever the feed declares.
    let looksLikeUTF8: Bool

    /// How many rows are looked through for one that holds the names.
    static let lastToLookAt = 200

    /// - Throws: `UnreadableDelivery` where the names are in another character set.
    // Inlined into the readers, the optimiser of Swift 6.3 breaks off over the spans in its loop.
    @inline(never)
    init(
        _ row: Span<UInt8>,
        _ cells: Span<SourceCell>,
        at line: Int64,
        _ cellText: CellText
    ) throws(UnreadableDelivery) {
        self.line = line
        var names: [String] = []
        for index in cells.indices { names.append(try Self.name(cells[index], of: row, at: line, cellText)) }
        self.names = names
        looksLikeUTF8 = !PlainText.isPrintableASCII(row) && Self.isUTF8(row)
    }

    private static func name(
        _ cell: SourceCell,
        of row: Span<UInt8>,
        at line: Int64,
        _ cellText: CellText
    ) throws(UnreadableDelivery) -> String {
        do throws(TextFault) {
            return String(decoding: try cellText.decode(cell, of: row), as: UTF8.self)
        } catch {
            guard error.kind != .control else { throw .otherFormat("二进制文件 / a binary file") }
            throw wrongEncoding(row.extracting(cell.range), at: line, cellText.decoder.encoding)
        }
    }

    /// Says which character set the names are in, where it is the other one.
    private static func wrongEncoding(
        _ raw: Span<UInt8>,
        at line: Int64,
        _ encoding: TextEncoding
    ) -> UnreadableDelivery {
        let other: TextEncoding = encoding == .utf8 ? .gb18030 : .utf8
        var text: [UInt8] = []
        let fits = (try? TextDecoder(other).decode(raw, into: &text)) != nil
        return .wrongEncoding(
            "列名不是 \(encoding.rawValue) / the column names are not \(encoding.rawValue)",
            line: line,
            fits
                ? "看起来是 \(other.rawValue)，请改 csv.encoding / they read as \(other.rawValue): set csv.encoding to it"
                : "请确认文件的编码 / find out the file's character set"
        )
    }

    private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        do throws(TextFault) {
            try StrictUTF8.check(bytes)
            return true
        } catch {
            return false
        }
    }
}
