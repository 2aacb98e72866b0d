import CLibpq

/// The parameters of one statement as libpq wants them: types, and places in one run of bytes.
struct ArgumentBuffer: ~Copyable {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each value begins; negative for NULL.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []

    /// - Throws: `DatabaseError` of kind `invalidValue` for what PostgreSQL cannot represent.
    init(_ parameters: [Parameter]) throws(DatabaseError) {
        guard parameters.count <= Int(Int16.max) else {
            throw DatabaseError(kind: .invalidValue, message: "a statement takes no more than 32767 parameters")
        }
        for parameter in parameters { try append(parameter) }
    }

    typealias Pointers = UnsafePointer<UnsafePointer<CChar>?>

    /// Lends count, types, values, lengths and formats in the order of `PQsendQueryParams`.
    func withPointers(
        _ body: (Int32, UnsafePointer<Oid>?, Pointers?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            // A null pointer means NULL to libpq, so empty values of an empty buffer need some address.
            withUnsafeBytes(of: UInt8(0)) { nothing in
                let base = (buffer.baseAddress ?? nothing.baseAddress)?.assumingMemoryBound(to: CChar.self)
                let values = offsets.map { offset in offset < 0 ? nil : base?.advanced(by: offset) }
                let formats = [Int32](repeating: 1, count: offsets.count)
                return body(Int32(offsets.count), types, values, lengths, formats)
            }
        }
    }

    private mutating func append(_ parameter: Parameter) throws(DatabaseError) {
        switch parameter {
        case .null: appendNull()
        case .text(let value): try append(WireText(value: value))
        case .integer(let value): try append(value)
        case .integer32(let value): try append(value)
        case .double(let value): try append(value)
        case .flag(let value): try append(value)
        case .bytes(let value): try append(WireBytes(value: value))
        case .bytes16(let high, let low): try append(high, low)
        case .instant(let value): try append(WireInstant(value: value))
        case .day(let value): try append(WireDay(value: value))
        case .json(let value): try append(json: value)
        default: try append(array: parameter)
        }
    }

    private mutating func append(array parameter: Parameter) throws(DatabaseError) {
        switch parameter {
        case .texts(let values): try append(values.lazy.map { WireText(value: $0) })
        case .optionalTexts(let values): try append(values.lazy.map { $0.map { WireText(value: $0) } })
        case .integers(let values): try append(values.lazy.map { $0 })
        case .optionalIntegers(let values): try append(values)
        case .integers32(let values): try append(values.lazy.map { $0 })
        case .optionalIntegers32(let values): try append(values)
        case .flags(let values): try append(values.lazy.map { $0 })
        case .optionalFlags(let values): try append(values)
        case .doubles(let values): try append(values.lazy.map { $0 })
        case .byteArrays(let values): try append(values.lazy.map { WireBytes(value: $0) })
        case .optionalByteArrays(let values): try append(values.lazy.map { $0.map { WireBytes(value: $0) } })
        case .instants(let values): try append(values.lazy.map { WireInstant(value: $0) })
        case .optionalInstants(let values): try append(values.lazy.map { $0.map { WireInstant(value: $0) } })
        case .days(let values): try append(values.lazy.map { WireDay(value: $0) })
        case .optionalDays(let values): try append(values.lazy.map { $0.map { WireDay(value: $0) } })
        default: appendNull()
        }
    }

    private mutating func appendNull() {
        types.append(TypeNumber.unknown)
        offsets.append(-1)
        lengths.append(0)
    }

    private mutating func append<Value: WireValue>(_ value: Value) throws(DatabaseError) {
        let start = bytes.count
        try value.write(to: &bytes)
        try close(Value.type, from: start)
    }

    private mutating func append(_ high: UInt64, _ low: UInt64) throws(DatabaseError) {
        let start = bytes.count
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
        try close(TypeNumber.bytea, from: start)
    }

    private mutating func append(json text: String) throws(DatabaseError) {
        let start = bytes.count
        // The version of jsonb's binary format.
        bytes.append(1)
        try WireText(value: text).write(to: &bytes)
        try close(TypeNumber.jsonb, from: start)
    }

    /// One dimension, lower bound 1, a length before every element, -1 for NULL (PostgreSQL's `array_recv`).
    private mutating func append<Value: WireValue>(_ values: some Collection<Value?>) throws(DatabaseError) {
        let start = bytes.count
        bytes.append(bigEndian: Int32(values.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(1))
        bytes.append(bigEndian: Value.type)
        if !values.isEmpty {
            bytes.append(bigEndian: try size(values.count))
            bytes.append(bigEndian: Int32(1))
        }
        for value in values {
            guard let value else { bytes.append(bigEndian: Int32(-1)); continue }
            let place = bytes.count
            bytes.append(bigEndian: Int32(0))
            try value.write(to: &bytes)
            let length = try size(bytes.count - place - 4).bigEndian
            withUnsafeBytes(of: length) { for (index, byte) in $0.enumerated() { bytes[place + index] = byte } }
        }
        try close(Value.arrayType, from: start)
    }

    private mutating func close(_ type: Oid, from start: Int) throws(DatabaseError) {
        types.append(type)
        offsets.append(start)
        lengths.append(try size(bytes.count - start))
    }

    private func size(_ count: Int) throws(DatabaseError) -> Int32 {
        guard let size = Int32(exactly: count) else {
            throw DatabaseError(kind: .invalidValue, message: "a parameter is larger than 2 GiB")
        }
        return size
    }
}
