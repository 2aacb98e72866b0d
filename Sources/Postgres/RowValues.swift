import CLibpq

extension Row {
    /// `text` and its like, an enumeration, or JSON.
    package func text(_ column: Int) throws(DatabaseError) -> String { try required(optionalText(column), column) }
    /// The same, or nil for NULL.
    package func optionalText(_ column: Int) throws(DatabaseError) -> String? {
        let (type, found) = try field(column)
        guard Self.isText(type) else { throw mismatch(column, type) }
        guard var bytes = found else { return nil }
        if type == TypeNumber.jsonb { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) }
        guard let text = Self.string(bytes),
            type < TypeNumber.firstUserDefined || !bytes.contains(0)
        else { throw mismatch(column, type) }
        return text
    }

    /// The text the bytes are; nil where they are none.
    static func string(_ bytes: UnsafeRawBufferPointer) -> String? {
        // Most texts are ASCII, and looking for anything else first costs a fifth of validating them.
        guard bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A text that is one of the words of a closed list.
    ///
    /// - Throws: `DatabaseError` of kind `unexpectedResult` where it is none of them: nothing is guessed.
    package func word<Word>(_ column: Int, as type: Word.Type = Word.self) throws(DatabaseError) -> Word
    where Word: RawRepresentable, Word.RawValue == String {
        try required(optionalWord(column, as: type), column)
    }
    /// The same, or nil for NULL.
    package func optionalWord<Word>(_ column: Int, as type: Word.Type = Word.self) throws(DatabaseError) -> Word?
    where Word: RawRepresentable, Word.RawValue == String {
        guard let text = try optionalText(column) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw DatabaseError(
                kind: .unexpectedResult,
                message: "'\(text)' 不是本版本认识的 \(type)，数据可能由更新的程序写入 / '\(text)' is no \(type) this version knows"
            )
        }
        return word
    }

    /// `smallint`, `integer` or `bigint`.
    package func integer(_ column: Int) throws(DatabaseError) -> Int64 { try required(optionalInteger(column), column) }
    /// The same, or nil for NULL.
    package func optionalInteger(_ column: Int) throws(DatabaseError) -> Int64? {
        let (type, found) = try field(column)
        switch (type, found?.count) {
        case (TypeNumber.int8, nil), (TypeNumber.int4, nil), (TypeNumber.int2, nil), (TypeNumber.oid, nil): return nil
        case (TypeNumber.int8, 8): return found?.bigEndian(Int64.self)
        case (TypeNumber.int4, 4): return found.map { Int64($0.bigEndian(Int32.self)) }
        case (TypeNumber.int2, 2): return found.map { Int64($0.bigEndian(Int16.self)) }
        case (TypeNumber.oid, 4): return found.map { Int64($0.bigEndian(UInt32.self)) }
        default: throw mismatch(column, type)
        }
    }

    /// `integer` or `smallint`, or a `bigint` that fits.
    package func integer32(_ column: Int) throws(DatabaseError) -> Int32 {
        try required(optionalInteger32(column), column)
    }
    /// The same, or nil for NULL.
    package func optionalInteger32(_ column: Int) throws(DatabaseError) -> Int32? {
        guard let value = try optionalInteger(column) else { return nil }
        guard let value = Int32(exactly: value) else { throw mismatch(column, TypeNumber.int8) }
        return value
    }

    /// `double precision`.
    package func double(_ column: Int) throws(DatabaseError) -> Double { try required(optionalDouble(column), column) }
    /// The same, or nil for NULL.
    package func optionalDouble(_ column: Int) throws(DatabaseError) -> Double? {
        try field(column, TypeNumber.float8, size: 8).map { Double(bitPattern: $0.bigEndian(UInt64.self)) }
    }

    /// `boolean`.
    package func flag(_ column: Int) throws(DatabaseError) -> Bool { try required(optionalFlag(column), column) }
    /// The same, or nil for NULL.
    package func optionalFlag(_ column: Int) throws(DatabaseError) -> Bool? {
        try field(column, TypeNumber.bool, size: 1).map { $0.contains(1) }
    }

    /// `bytea`.
    package func bytes(_ column: Int) throws(DatabaseError) -> [UInt8] { try required(optionalBytes(column), column) }
    /// The same, or nil for NULL.
    package func optionalBytes(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        try field(column, TypeNumber.bytea).map { [UInt8]($0) }
    }

    /// `bytea` of exactly sixteen bytes, as two big-endian halves and without allocating.
    package func bytes16(_ column: Int) throws(DatabaseError) -> (high: UInt64, low: UInt64) {
        try required(optionalBytes16(column), column)
    }
    /// The same, or nil for NULL.
    package func optionalBytes16(_ column: Int) throws(DatabaseError) -> (high: UInt64, low: UInt64)? {
        try field(column, TypeNumber.bytea, size: 16).map {
            ($0.bigEndian(UInt64.self), $0.bigEndian(UInt64.self, at: 8))
        }
    }

    /// `timestamptz` in microseconds since 1970. Infinity is no instant and throws.
    package func instant(_ column: Int) throws(DatabaseError) -> Int64 { try required(optionalInstant(column), column) }
    /// The same, or nil for NULL.
    package func optionalInstant(_ column: Int) throws(DatabaseError) -> Int64? {
        guard let bytes = try field(column, TypeNumber.timestamptz, size: 8) else { return nil }
        let (instant, isInfinite) = bytes.bigEndian(Int64.self).addingReportingOverflow(Epoch.microseconds)
        guard !isInfinite, Epoch.instants.contains(instant) else { throw mismatch(column, TypeNumber.timestamptz) }
        return instant
    }

    /// `date` in days since 1970. Infinity is no day and throws.
    package func day(_ column: Int) throws(DatabaseError) -> Int32 { try required(optionalDay(column), column) }
    /// The same, or nil for NULL.
    package func optionalDay(_ column: Int) throws(DatabaseError) -> Int32? {
        guard let bytes = try field(column, TypeNumber.date, size: 4) else { return nil }
        let (day, isInfinite) = bytes.bigEndian(Int32.self).addingReportingOverflow(Epoch.days)
        guard !isInfinite, Epoch.dates.contains(day) else { throw mismatch(column, TypeNumber.date) }
        return day
    }

    private static func isText(_ type: Oid) -> Bool {
        switch type {
        case TypeNumber.text, TypeNumber.varchar, TypeNumber.bpchar, TypeNumber.name, TypeNumber.char, TypeNumber.json,
            TypeNumber.jsonb, TypeNumber.untypedLiteral:
            true
        default: type >= TypeNumber.firstUserDefined
        }
    }
}
