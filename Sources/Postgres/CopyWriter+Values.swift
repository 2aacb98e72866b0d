import Glibc

/// The values of a row, one after another.
extension CopyWriter {
    /// Begins a row of `columns` values.
    ///
    /// - Throws: `DatabaseError` of kind `misuse` if the row before is incomplete, `connectionLost`, or `notSent` if the
    ///   task is cancelled.
    @inline(__always)
    package mutating func startRow(columns: Int16) throws(DatabaseError) {
        guard missing == 0, columns >= 0 else { throw incompleteRow() }
        if count > Self.full { try send() }
        store(columns)
        missing = columns
    }

    /// Writes NULL, of any type.
    @inline(__always)
    package mutating func null() throws(DatabaseError) {
        try begin(4)
        store(Int32(-1))
    }

    /// Writes an `integer`.
    @inline(__always)
    package mutating func integer32(_ value: Int32) throws(DatabaseError) {
        try begin(8)
        store(Int32(4))
        store(value)
    }

    /// Writes a `smallint`.
    @inline(__always)
    package mutating func integer16(_ value: Int16) throws(DatabaseError) {
        try begin(6)
        store(Int32(2))
        store(value)
    }

    /// Writes a `bigint`.
    @inline(__always)
    package mutating func integer(_ value: Int64) throws(DatabaseError) {
        try begin(12)
        store(Int32(8))
        store(value)
    }

    /// Writes a `boolean`.
    @inline(__always)
    package mutating func flag(_ value: Bool) throws(DatabaseError) {
        try begin(5)
        store(Int32(1))
        store(value ? 1 : 0 as UInt8)
    }

    /// Writes a `bytea` of sixteen bytes, such as a token.
    @inline(__always)
    package mutating func token(high: UInt64, low: UInt64) throws(DatabaseError) {
        try begin(20)
        store(Int32(16))
        store(high)
        store(low)
    }

    /// Writes a `timestamptz`, given in microseconds since 1970.
    ///
    /// - Throws: `DatabaseError` of kind `invalidValue` outside PostgreSQL's range.
    @inline(__always)
    package mutating func instant(_ value: Int64) throws(DatabaseError) { try integer(try Epoch.wire(instant: value)) }

    /// Writes a `date`, given in days since 1970.
    ///
    /// - Throws: `DatabaseError` of kind `invalidValue` outside PostgreSQL's range.
    @inline(__always)
    package mutating func day(_ value: Int32) throws(DatabaseError) { try integer32(try Epoch.wire(day: value)) }

    /// Writes a `text` (or `varchar`, `json`, enumeration) from UTF-8, which the server verifies.
    ///
    /// - Throws: `DatabaseError` of kind `invalidValue` if there is a NUL in it.
    package mutating func text(_ value: Span<UInt8>) throws(DatabaseError) {
        try value.withUnsafeBytes { (bytes) throws(DatabaseError) in try text(bytes) }
    }

    /// Writes a `text`.
    ///
    /// - Throws: `DatabaseError` of kind `invalidValue` if there is a NUL in it.
    package mutating func text(_ value: String) throws(DatabaseError) { try text(value.utf8Span.span) }

    /// Writes a `bytea`.
    package mutating func bytes(_ value: Span<UInt8>) throws(DatabaseError) {
        try value.withUnsafeBytes { (bytes) throws(DatabaseError) in try put(bytes) }
    }

    private mutating func text(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
        if let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil {
            throw DatabaseError(kind: .invalidValue, message: "PostgreSQL cannot store a text with a NUL in it")
        }
        try put(bytes)
    }
}
