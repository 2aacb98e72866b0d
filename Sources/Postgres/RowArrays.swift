import CLibpq

extension Row {
    /// `text[]` of one dimension without NULLs.
    package func texts(_ column: Int) throws(DatabaseError) -> [String] { try required(optionalTexts(column), column) }
    /// The same, or nil for NULL.
    package func optionalTexts(_ column: Int) throws(DatabaseError) -> [String]? {
        try elements(column, TypeNumber.textArray) { Self.string($0) }
    }

    /// `bigint[]` of one dimension without NULLs.
    package func integers(_ column: Int) throws(DatabaseError) -> [Int64] {
        try required(optionalIntegers(column), column)
    }
    /// The same, or nil for NULL.
    package func optionalIntegers(_ column: Int) throws(DatabaseError) -> [Int64]? {
        try elements(column, TypeNumber.int8Array) { $0.count == 8 ? $0.bigEndian(Int64.self) : nil }
    }

    /// Reads an array in PostgreSQL's binary format (`array_send`): the inverse of what a parameter writes.
    private func elements<Value>(_ column: Int, _ type: Oid, _ read: (UnsafeRawBufferPointer) -> Value?)
        throws(DatabaseError) -> [Value]?
    {
        guard let bytes = try field(column, type) else { return nil }
        guard bytes.count >= 12 else { throw mismatch(column, type) }
        switch bytes.bigEndian(Int32.self) {
        case 0: return []
        case 1: break
        default: throw mismatch(column, type)
        }
        var values: [Value] = []
        // Dimensions, flags, element type, count and lower bound come first.
        var offset = 20
        while offset + 4 <= bytes.count {
            let length = Int(bytes.bigEndian(Int32.self, at: offset))
            offset += 4
            guard length >= 0, offset + length <= bytes.count,
                let value = read(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
            else { throw mismatch(column, type) }
            values.append(value)
            offset += length
        }
        return values
    }
}
