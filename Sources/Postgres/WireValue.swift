import CLibpq

/// A value of one PostgreSQL type, in the format in which the server receives it.
protocol WireValue {
    static var type: Oid { get }
    static var arrayType: Oid { get }
    func write(to bytes: inout [UInt8]) throws(DatabaseError)
}

struct WireText: WireValue {
    static let type = TypeNumber.text
    static let arrayType = TypeNumber.textArray
    let value: String

    func write(to bytes: inout [UInt8]) throws(DatabaseError) {
        guard !value.utf8.contains(0) else {
            throw DatabaseError(kind: .invalidValue, message: "PostgreSQL cannot store a text with a NUL in it")
        }
        bytes.append(contentsOf: value.utf8)
    }
}

struct WireBytes: WireValue {
    static let type = TypeNumber.bytea
    static let arrayType = TypeNumber.byteaArray
    let value: [UInt8]

    func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: value) }
}

struct WireInstant: WireValue {
    static let type = TypeNumber.timestamptz
    static let arrayType = TypeNumber.timestamptzArray
    let value: Int64

    func write(to bytes: inout [UInt8]) throws(DatabaseError) {
        bytes.append(bigEndian: try Epoch.wire(instant: value))
    }
}

struct WireDay: WireValue {
    static let type = TypeNumber.date
    static let arrayType = TypeNumber.dateArray
    let value: Int32

    func write(to bytes: inout [UInt8]) throws(DatabaseError) { bytes.append(bigEndian: try Epoch.wire(day: value)) }
}

extension Int64: WireValue {
    static let type = TypeNumber.int8
    static let arrayType = TypeNumber.int8Array
    func write(to bytes: inout [UInt8]) { bytes.append(bigEndian: self) }
}

extension Int32: WireValue {
    static let type = TypeNumber.int4
    static let arrayType = TypeNumber.int4Array
    func write(to bytes: inout [UInt8]) { bytes.append(bigEndian: self) }
}

extension Double: WireValue {
    static let type = TypeNumber.float8
    static let arrayType = TypeNumber.float8Array
    func write(to bytes: inout [UInt8]) { bytes.append(bigEndian: bitPattern) }
}

extension Bool: WireValue {
    static let type = TypeNumber.bool
    static let arrayType = TypeNumber.boolArray
    func write(to bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
