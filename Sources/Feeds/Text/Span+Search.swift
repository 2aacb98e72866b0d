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
}
