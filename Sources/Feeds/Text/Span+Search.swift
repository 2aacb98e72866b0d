import Glibc

extension Span where Element == UInt8 {
    /// The first place at or behind `start` that holds the byte; the end where none does.
    @inline(__always)
    func firstPlace(of byte: UInt8, from start: Int) -> Int {
        withUnsafeBufferPointer { buffer in
            guard start < buffer.count, let base = buffer.baseAddress,
                let found = memchr(base + start, CInt(byte), buffer.count - start)
            else { return buffer.count }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// Whether these are the same bytes.
    @inline(__always)
    func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBufferPointer { ours in
            other.withUnsafeBufferPointer { theirs in
                guard let one = ours.baseAddress, let two = theirs.baseAddress else { return true }
                return memcmp(one, two, ours.count) == 0
            }
        }
    }
}
