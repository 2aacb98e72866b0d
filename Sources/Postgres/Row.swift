import CLibpq

/// One row, lent to a closure; being noncopyable it cannot outlive the result it points into.
///
/// Columns count from zero. Every accessor throws `DatabaseError` of kind `unexpectedResult` if there is no such column
/// or it has another type; the short names also if it is NULL, the `optional…` ones return nil then.
package struct Row: ~Copyable {
    private let raw: OpaquePointer
    private let index: Int32

    init(raw: OpaquePointer, index: Int32) {
        self.raw = raw
        self.index = index
    }

    /// Whether the column is NULL.
    package func isNull(_ column: Int) throws(DatabaseError) -> Bool { try field(column).bytes == nil }

    /// The column's type and bytes, which are gone with the result; nil for NULL.
    func field(_ column: Int) throws(DatabaseError) -> (type: Oid, bytes: UnsafeRawBufferPointer?) {
        guard column >= 0, column < Int(PQnfields(raw)) else {
            throw DatabaseError(
                kind: .unexpectedResult,
                message: "there is no column \(column) among \(PQnfields(raw))"
            )
        }
        let number = Int32(column)
        let type = PQftype(raw, number)
        guard PQgetisnull(raw, index, number) == 0 else { return (type, nil) }
        return (
            type,
            UnsafeRawBufferPointer(start: PQgetvalue(raw, index, number), count: Int(PQgetlength(raw, index, number)))
        )
    }

    /// The bytes of a column that must have `type` and, where it has one, `size`.
    func field(_ column: Int, _ type: Oid, size: Int? = nil) throws(DatabaseError) -> UnsafeRawBufferPointer? {
        let (found, bytes) = try field(column)
        guard found == type else { throw mismatch(column, found) }
        guard let bytes else { return nil }
        guard size == nil || bytes.count == size else { throw mismatch(column, found) }
        return bytes
    }

    func required<Value>(_ value: Value?, _ column: Int) throws(DatabaseError) -> Value {
        guard let value else {
            throw DatabaseError(kind: .unexpectedResult, message: "column \(column) (\(name(column))) is NULL")
        }
        return value
    }

    func mismatch(_ column: Int, _ type: Oid) -> DatabaseError {
        DatabaseError(
            kind: .unexpectedResult,
            message: "column \(column) (\(name(column))) of type \(type) cannot be read as asked for"
        )
    }

    private func name(_ column: Int) -> String { PQfname(raw, Int32(column)).map { String(cString: $0) } ?? "?" }
}

extension UnsafeRawBufferPointer {
    /// The whole buffer as one number; the caller has checked its size.
    func bigEndian<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int = 0) -> Value {
        Value(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
