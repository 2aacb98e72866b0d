import CLibpq

/// The numbers of PostgreSQL's built-in types, fixed in its `pg_type.dat`.
enum TypeNumber {
    static let unknown: Oid = 0
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let char: Oid = 18
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let json: Oid = 114
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let untypedLiteral: Oid = 705
    static let boolArray: Oid = 1000
    static let byteaArray: Oid = 1001
    static let int4Array: Oid = 1007
    static let textArray: Oid = 1009
    static let int8Array: Oid = 1016
    static let float8Array: Oid = 1022
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let date: Oid = 1082
    static let timestamptz: Oid = 1184
    static let dateArray: Oid = 1182
    static let timestamptzArray: Oid = 1185
    static let jsonb: Oid = 3802
    /// Types above are made by users; those read as text are enumerations.
    static let firstUserDefined: Oid = 16384
}

/// PostgreSQL counts time from 2000-01-01, this program from 1970-01-01.
enum Epoch {
    static let microseconds: Int64 = 946_684_800_000_000
    static let days: Int32 = 10_957
    /// The instants a `timestamptz` can hold, in microseconds since 1970, from `MIN_TIMESTAMP` of PostgreSQL's
    /// `datatype/timestamp.h`. Its end lies beyond ours, of which the last is left out: sums that overflow are held there.
    static let instants: Range<Int64> = -211_813_488_000_000_000 + microseconds..<Int64.max
    /// The days a `date` can hold, since 1970: Julian days 0 to 2147483493 of the same file, less 2451545 for 2000-01-01.
    static let dates: Range<Int32> = -2_451_545 + days..<2_145_031_949 + days

    /// Microseconds since 2000.
    static func wire(instant: Int64) throws(DatabaseError) -> Int64 {
        guard instants.contains(instant) else {
            throw DatabaseError(kind: .invalidValue, message: "\(instant) µs since 1970 is outside PostgreSQL's range")
        }
        return instant - microseconds
    }

    /// Days since 2000.
    static func wire(day: Int32) throws(DatabaseError) -> Int32 {
        guard dates.contains(day) else {
            throw DatabaseError(kind: .invalidValue, message: "day \(day) since 1970 is outside PostgreSQL's range")
        }
        return day - days
    }
}
