import Model

/// The state of splitting one row, fed with nothing but the bytes that mean something: delimiters, quotes, line ends.
struct RowScan {
    /// What one such byte led to.
    enum Step {
        case goOn
        /// The row ends before this byte.
        case ended
        case broken(RowRejection.Reason)
    }

    private enum Place { case plain, quoted, closed }

    private let start: Int
    private let delimiter: UInt8
    private let quote: UInt8
    private let longest: Int
    private var place = Place.plain
    private var fieldStart: Int
    private var closedAt = 0
    private var lastReturn = -2
    private var hasDoubledQuotes = false
    /// How many fields are complete.
    private(set) var count = 0
    /// How many line ends stood inside quotes.
    private(set) var innerLines: Int64 = 0

    /// A dialect without quotes gives its delimiter as `quote`: whatever is asked first about such a byte, it delimits.
    init(from start: Int, delimiter: UInt8, quote: UInt8, longest: Int) {
        self.start = start
        self.delimiter = delimiter
        self.quote = quote
        self.longest = longest
        fieldStart = start
    }

    var isInsideQuotes: Bool { place == .quoted }

    @inline(__always)
    mutating func take(
        _ byte: UInt8,
        at index: Int,
        of bytes: Span<UInt8>,
        into fields: inout MutableSpan<SourceCell>
    ) -> Step {
        switch place {
        case .plain:
            if byte == delimiter { return endField(at: index, next: index &+ 1, into: &fields) }
            guard byte == quote else { return endRow(at: index, into: &fields) }
            guard opensCell(at: index, of: bytes) else { return .broken(.strayQuote) }
            place = .quoted
            return .goOn
        case .quoted:
            takeInsideQuotes(byte, at: index)
            return .goOn
        case .closed:
            guard index == closedAt &+ 1 else { return .broken(.strayQuote) }
            if byte == quote {
                hasDoubledQuotes = true
                place = .quoted
                return .goOn
            }
            if byte == delimiter { return endField(at: index, next: index &+ 1, into: &fields) }
            return endRow(at: index, into: &fields)
        }
    }

    /// A quote opens a cell where it is the cell's first byte, or follows the `=` with which spreadsheets keep digits from
    /// being taken for a number: `="0012"`.
    @inline(__always)
    private mutating func opensCell(at index: Int, of bytes: Span<UInt8>) -> Bool {
        if index == fieldStart { return true }
        guard index == fieldStart &+ 1, bytes[fieldStart] == UInt8(ascii: "=") else { return false }
        fieldStart = index
        return true
    }

    /// The file ends at `index` without a line end.
    mutating func finish(at index: Int, into fields: inout MutableSpan<SourceCell>) -> Step {
        switch place {
        case .plain: endRow(at: index, into: &fields)
        case .quoted: .broken(.unclosedQuote)
        case .closed: index == closedAt &+ 1 ? endRow(at: index, into: &fields) : .broken(.strayQuote)
        }
    }

    @inline(__always)
    private mutating func takeInsideQuotes(_ byte: UInt8, at index: Int) {
        if byte == quote {
            place = .closed
            closedAt = index
        } else if byte == LineEnds.carriageReturn {
            innerLines &+= 1
            lastReturn = index
        } else if byte == LineEnds.newline, lastReturn != index &- 1 {
            innerLines &+= 1
        }
    }

    @inline(__always)
    private mutating func endRow(at index: Int, into fields: inout MutableSpan<SourceCell>) -> Step {
        let step = endField(at: index, next: index, into: &fields)
        guard case .goOn = step else { return step }
        return .ended
    }

    @inline(__always)
    private mutating func endField(at index: Int, next: Int, into fields: inout MutableSpan<SourceCell>) -> Step {
        let isQuoted = place == .closed
        let first = (isQuoted ? fieldStart &+ 1 : fieldStart) &- start
        let last = (isQuoted ? closedAt : index) &- start
        guard last &- first <= longest else { return .broken(.tooLong) }
        guard count < fields.count else { return .broken(.fieldCount) }
        fields[count] = SourceCell(
            start: UInt32(truncatingIfNeeded: first),
            end: UInt32(truncatingIfNeeded: last),
            hasDoubledQuotes: hasDoubledQuotes
        )
        count &+= 1
        fieldStart = next
        place = .plain
        hasDoubledQuotes = false
        return .goOn
    }
}
