import Model
import Settings

/// Splits one row, eight bytes at a time.
///
/// Splitting needs no character set: in UTF-8 every byte of a longer character is 0x80 or above, in GB18030 a following
/// byte is 0x30…0x39, 0x40…0x7E or 0x80 and above. A delimiter, quote or line end outside these is always itself, and
/// Settings refuses every other delimiter and quote.
struct RowScanner: Sendable {
    /// What was found from the start of a row.
    enum Outcome {
        /// A whole row: its fields are the first `fields` slots, its content ends before `contentEnd`, the next line
        /// begins at `end`.
        case row(fields: Int, contentEnd: Int, end: Int, lines: Int64)
        /// The bytes at hand do not tell where the row ends.
        case needsMore
        case broken(RowRejection.Reason)
    }

    private let delimiter: UInt8
    private let quote: UInt8
    private let limits: RowLimits
    private let delimiters: BytePattern
    private let quotes: BytePattern
    private let newlines = BytePattern(LineEnds.newline)
    private let returns = BytePattern(LineEnds.carriageReturn)

    init(_ dialect: CSVDialect, limits: RowLimits) {
        delimiter = dialect.delimiter
        // Without quotes, look for the delimiter twice: no branch, and no byte is ever taken for a quote.
        quote = dialect.quote ?? dialect.delimiter
        self.limits = limits
        delimiters = BytePattern(delimiter)
        quotes = BytePattern(quote)
    }

    /// Splits the row that begins at `start`.
    ///
    /// `bytes` are at least one word longer than the `filled` ones that are the file's, which may end there.
    func scan(
        _ bytes: Span<UInt8>,
        from start: Int,
        filled: Int,
        isAtEnd: Bool,
        into slots: inout [SourceCell]
    ) -> Outcome {
        var fields = slots.mutableSpan
        var scan = RowScan(from: start, delimiter: delimiter, quote: quote, longest: limits.cell)
        let limit = min(filled, start + limits.row + 1)
        let words = bytes.bytes
        var index = start
        while index < limit {
            let word = UInt64(littleEndian: words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            var found = marks(in: word, limit &- index)
            while found != 0 {
                let at = index &+ (found.trailingZeroBitCount &>> 3)
                let byte = UInt8(truncatingIfNeeded: word &>> UInt64((at &- index) &* 8))
                found &= found &- 1
                switch scan.take(byte, at: at, of: bytes, into: &fields) {
                case .goOn: continue
                case .ended: return ending(of: scan, byte, at: at, in: bytes, filled, isAtEnd)
                case .broken(let reason): return .broken(reason)
                }
            }
            index &+= 8
        }
        return running(scan, out: limit, isAtEnd: isAtEnd && limit == filled, start, into: &fields)
    }

    /// The high bits of the bytes that mean something among the first `known` of a word.
    @inline(__always)
    private func marks(in word: UInt64, _ known: Int) -> UInt64 {
        let all =
            delimiters.matches(in: word) | quotes.matches(in: word) | newlines.matches(in: word)
            | returns.matches(in: word)
        guard known < 8 else { return all }
        return all & ((1 &<< UInt64(known &* 8)) &- 1)
    }

    @inline(__always)
    private func ending(
        of scan: RowScan,
        _ byte: UInt8,
        at index: Int,
        in bytes: Span<UInt8>,
        _ filled: Int,
        _ isAtEnd: Bool
    ) -> Outcome {
        var end = index + 1
        if byte == LineEnds.carriageReturn {
            if end < filled {
                if bytes[end] == LineEnds.newline { end += 1 }
            } else if !isAtEnd {
                return .needsMore
            }
        }
        return .row(fields: scan.count, contentEnd: index, end: end, lines: scan.innerLines + 1)
    }

    /// No row end stands before `limit`: the bytes, the file or the patience for one row end there.
    private func running(
        _ scan: RowScan,
        out limit: Int,
        isAtEnd: Bool,
        _ start: Int,
        into fields: inout MutableSpan<SourceCell>
    ) -> Outcome {
        guard limit - start <= limits.row else {
            return .broken(scan.isInsideQuotes ? .unclosedQuote : .tooLong)
        }
        guard isAtEnd else { return .needsMore }
        var scan = scan
        guard case .broken(let reason) = scan.finish(at: limit, into: &fields) else {
            return .row(fields: scan.count, contentEnd: limit, end: limit, lines: scan.innerLines)
        }
        return .broken(reason)
    }
}
