import CZlib

/// Packed bytes as the tests need them, sound or not.
package enum Deflate {
    /// Deflate without the frame of zlib around it.
    package static func raw(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        compress2(&packed, &length, bytes, uLong(bytes.count), 9)
        return Array(packed[2..<(Int(length) - 4)])
    }

    package static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, uInt(bytes.count))) }

    /// A gzip stream.
    package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + raw(bytes) + checksum(bytes).bytes
            + UInt32(truncatingIfNeeded: bytes.count).bytes
    }
}

extension FixedWidthInteger {
    /// Lowest byte first.
    package var bytes: [UInt8] { (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
}
