import CLibpq
import Glibc

/// Writes rows in the format of binary `COPY` (PostgreSQL's manual, page COPY, "Binary Format").
///
/// Begin every row with `startRow` and then write exactly that many values, each with the method of the column's type:
/// the server converts nothing. No value allocates anything.
package struct CopyWriter: ~Copyable {
    private let wire: Wire
    private let buffer: UnsafeMutableRawPointer
    var count = 0
    /// Values the row under way still lacks.
    var missing: Int16 = 0
    /// What was sent of the copy under way, where it may have to be sent again.
    private var kept: [UInt8] = []
    private var isKeeping = false

    /// Large enough that sending costs little per row, small enough for the processor's cache.
    private static let capacity = 256 * 1024
    static let full = 192 * 1024

    /// The signature, no flags, no extension.
    private static let header: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)

    init(_ wire: Wire) {
        self.wire = wire
        buffer = .allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Begins to copy into a table; the rows that follow go there, until `end`.
    ///
    /// - Parameters:
    ///   - target: A table with its columns: program text, never input.
    ///   - isKept: Whether to keep what is sent, for `copyAgain(into:)`.
    /// - Throws: `DatabaseError`.
    package mutating func begin(_ target: String, keeping isKept: Bool = false) throws(DatabaseError) {
        try wire.beginCopy(into: target)
        kept.removeAll(keepingCapacity: true)
        (isKeeping, count, missing) = (isKept, 0, 0)
        for byte in Self.header { store(byte) }
    }

    /// Ends the copy; the last row must be complete.
    ///
    /// - Returns: The number of rows the server took.
    /// - Throws: `DatabaseError`; the session remains usable, and in a transaction the last savepoint.
    @discardableResult
    package mutating func end() throws(DatabaseError) -> Int {
        try finish()
        return try wire.endCopy()
    }

    /// Copies the rows of the copy before, which was to keep them, into another table of the same columns.
    ///
    /// - Throws: `DatabaseError`.
    package func copyAgain(into target: String) throws(DatabaseError) {
        try wire.beginCopy(into: target)
        try kept.span.withUnsafeBytes { (bytes) throws(DatabaseError) in try wire.putCopyData(bytes) }
        try wire.endCopy()
    }

    /// How many bytes of the copy under way were sent and are kept.
    package var keptBytes: Int { kept.count }

    /// Runs a statement between two copies.
    ///
    /// - Throws: `DatabaseError`.
    package func run(_ sql: String) throws(DatabaseError) { try wire.run(sql) }
}

extension CopyWriter {
    mutating func put(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
        guard let length = Int32(exactly: bytes.count) else {
            throw DatabaseError(kind: .invalidValue, message: "a value is larger than 2 GiB")
        }
        try begin(4)
        store(length)
        guard let start = bytes.baseAddress else { return }
        if bytes.count > Self.capacity - count {
            try send()
            guard bytes.count <= Self.capacity else { return try send(bytes) }
        }
        (buffer + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    /// Ends the data; the last row must be complete.
    private mutating func finish() throws(DatabaseError) {
        guard missing == 0 else { throw incompleteRow() }
        if count > Self.full { try send() }
        store(Int16(-1))
        try send()
    }

    /// Makes room for a value of `size` bytes and counts it.
    @inline(__always)
    mutating func begin(_ size: Int) throws(DatabaseError) {
        guard missing > 0 else { throw incompleteRow() }
        missing -= 1
        if count + size > Self.capacity { try send() }
    }

    @inline(__always)
    mutating func store(_ value: some FixedWidthInteger) {
        buffer.storeBytes(of: value.bigEndian, toByteOffset: count, as: type(of: value))
        count += value.bitWidth / 8
    }

    mutating func send() throws(DatabaseError) {
        try wire.checkCancellation()
        try send(UnsafeRawBufferPointer(start: buffer, count: count))
        count = 0
    }

    private mutating func send(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
        if isKeeping { kept.append(contentsOf: bytes) }
        try wire.putCopyData(bytes)
    }

    func incompleteRow() -> DatabaseError {
        DatabaseError(kind: .misuse, message: "a row was not given as many values as it has columns")
    }
}
