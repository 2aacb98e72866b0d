/// A value that travels beside a statement, in PostgreSQL's binary format and with the type named here.
package enum Parameter: Equatable, Sendable {
    /// NULL of whatever type the statement expects.
    case null
    /// `text`; must not contain NUL.
    case text(String)
    /// `bigint`.
    case integer(Int64)
    /// `integer`.
    case integer32(Int32)
    /// `double precision`.
    case double(Double)
    /// `boolean`.
    case flag(Bool)
    /// `bytea`.
    case bytes([UInt8])
    /// `bytea` of sixteen bytes, such as a token, as two big-endian halves.
    case bytes16(high: UInt64, low: UInt64)
    /// `timestamptz` in microseconds since 1970.
    case instant(Int64)
    /// `date` in days since 1970.
    case day(Int32)
    /// `jsonb` from its text; must not contain NUL.
    case json(String)
    /// `text[]`.
    case texts([String])
    /// The same with NULLs in it.
    case optionalTexts([String?])
    /// `bigint[]`.
    case integers([Int64])
    /// The same with NULLs in it.
    case optionalIntegers([Int64?])
    /// `integer[]`.
    case integers32([Int32])
    /// The same with NULLs in it.
    case optionalIntegers32([Int32?])
    /// `boolean[]`.
    case flags([Bool])
    /// The same with NULLs in it.
    case optionalFlags([Bool?])
    /// `double precision[]`.
    case doubles([Double])
    /// `bytea[]`.
    case byteArrays([[UInt8]])
    /// The same with NULLs in it.
    case optionalByteArrays([[UInt8]?])
    /// `timestamptz[]` in microseconds since 1970.
    case instants([Int64])
    /// The same with NULLs in it.
    case optionalInstants([Int64?])
    /// `date[]` in days since 1970.
    case days([Int32])
    /// The same with NULLs in it.
    case optionalDays([Int32?])
}

extension Parameter {
    /// `text`, or NULL.
    package static func optional(text: String?) -> Parameter { text.map { .text($0) } ?? .null }
    /// `bigint`, or NULL.
    package static func optional(integer: Int64?) -> Parameter { integer.map { .integer($0) } ?? .null }
    /// `integer`, or NULL.
    package static func optional(integer32: Int32?) -> Parameter { integer32.map { .integer32($0) } ?? .null }
    /// `boolean`, or NULL.
    package static func optional(flag: Bool?) -> Parameter { flag.map { .flag($0) } ?? .null }
    /// `bytea`, or NULL.
    package static func optional(bytes: [UInt8]?) -> Parameter { bytes.map { .bytes($0) } ?? .null }
    /// `timestamptz` in microseconds since 1970, or NULL.
    package static func optional(instant: Int64?) -> Parameter { instant.map { .instant($0) } ?? .null }
    /// `date` in days since 1970, or NULL.
    package static func optional(day: Int32?) -> Parameter { day.map { .day($0) } ?? .null }
}
