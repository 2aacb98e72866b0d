/// Why a row could not become a record, with where it stands, so that a person can find and mend it.
package struct RowRejection: Error, Equatable, Sendable {
    package let line: Int64
    package let byteOffset: Int64
    package let byteLength: Int64
    /// A word from `Reason`, for counting and for tests.
    package let reason: Reason
    /// The column of the source the reason speaks of, where it speaks of one.
    package let column: String?
    /// A sentence for the person who must act.
    package let explanation: String
    /// The natural key it would have had, where that could be read all the same.
    package var key: String?

    /// What a row can suffer from; the raw value is fit to be stored and counted.
    package enum Reason: String, Sendable, CaseIterable {
        case encoding
        case unclosedQuote = "unclosed_quote"
        case strayQuote = "stray_quote"
        case fieldCount = "field_count"
        case tooLong = "too_long"
        /// The file ends in the middle of it.
        case cutOff = "cut_off"
        case missing
        case number
        case alcoholRange = "alcohol_range"
        case time
        case choice
        case binary
        /// What stands there is no value of the format.
        case syntax
        /// A value of the format, but no row, or no single value where one must be.
        case shape
        case duplicate
        /// It goes on with a row that is not there.
        case orphan
        case unknownColumn = "unknown_column"
    }

    package init(
        line: Int64,
        byteOffset: Int64,
        byteLength: Int64,
        reason: Reason,
        column: String?,
        explanation: String
    ) {
        self.line = line
        self.byteOffset = byteOffset
        self.byteLength = byteLength
        self.reason = reason
        self.column = column
        self.explanation = explanation
    }
}
