import Glibc

extension OpenedFile {
    /// Small enough that both pieces stay in the processor's cache.
    private static let pieceSize = 256 * 1024

    /// Whether both files hold the same `count` bytes and no more. What cannot be read is not the same.
    ///
    /// Read at given places, so that a later reader still finds the beginning.
    ///
    /// - Throws: What `progress`, which is told how many bytes are compared, throws to break off.
    borrowing func hasSameBytes(
        as other: borrowing OpenedFile,
        count: Int64,
        _ progress: (Int64) throws -> Void
    ) rethrows -> Bool {
        guard let mine = look(), let others = other.look(), others.isRegular,
            mine.identity.size == count, others.identity.size == count
        else { return false }
        return try withUnsafeTemporaryAllocation(byteCount: 2 * Self.pieceSize, alignment: 64) { both in
            let first = UnsafeMutableRawBufferPointer(rebasing: both[..<Self.pieceSize])
            let second = UnsafeMutableRawBufferPointer(rebasing: both[Self.pieceSize...])
            guard let left = first.baseAddress, let right = second.baseAddress else { return false }
            var done: Int64 = 0
            while done < count {
                let wanted = Int(min(Int64(Self.pieceSize), count - done))
                guard fill(first, wanted, from: done), other.fill(second, wanted, from: done),
                    memcmp(left, right, wanted) == 0
                else { return false }
                done += Int64(wanted)
                try progress(done)
            }
            return true
        }
    }

    /// Reads exactly `count` bytes from a place on.
    private borrowing func fill(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int, from place: Int64) -> Bool {
        var filled = 0
        while filled < count {
            let read = buffer.baseAddress.map {
                pread(descriptor, $0 + filled, count - filled, off_t(place) + off_t(filled))
            }
            guard let read else { return false }
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { return false }
            filled += read
        }
        return true
    }
}
