import Glibc

/// Reads frames from a pipe.
struct FrameReader: ~Copyable {
    private let descriptor: CInt
    private(set) var bytes: [UInt8] = []
    private var position = 0
    private var filled = 0

    /// Bytes asked for at once.
    private static let pieceSize = 256 << 10
    /// A rejected row is shown whole, and it may be a megabyte.
    private static let longestFrame = 8 << 20
    private static let headerSize = 5
    /// How long it is waited in silence before that is told, milliseconds: the watchdog wants to hear more often than
    /// once a minute, and who stops the service waits no longer.
    private static let patience: CInt = 500
    /// After so much silence on end it is not waited any longer.
    let longestSilence: Int64

    /// Nothing came for longer than any reading takes.
    struct Silence: Error {}

    /// - Parameters:
    ///   - descriptor: the pipe's.
    ///   - longestSilence: seconds.
    init(_ descriptor: CInt, longestSilence: Int64) {
        self.descriptor = descriptor
        self.longestSilence = longestSilence
        bytes = Array(repeating: 0, count: Self.pieceSize)
    }

    /// Waits for the next frame.
    ///
    /// - Parameter silent: called twice a second while nothing comes.
    /// - Returns: the frame, its content as a range of `bytes`; nil at the end of the pipe.
    /// - Throws: `FrameCursor.Malformed` where what comes is no frame, `Silence`, and what `silent` throws.
    mutating func next(silent: () throws -> Void) throws -> (kind: FrameKind, content: Range<Int>)? {
        guard try fill(to: Self.headerSize, silent) else { return nil }
        guard let kind = FrameKind(rawValue: bytes[position]) else { throw FrameCursor.Malformed() }
        var cursor = FrameCursor((position + 1)..<(position + Self.headerSize))
        let length = Int(try cursor.number(UInt32.self, in: bytes.span))
        guard length <= Self.longestFrame else { throw FrameCursor.Malformed() }
        // A frame that breaks off is as good as none: its writer is gone.
        guard try fill(to: Self.headerSize + length, silent) else { return nil }
        let start = position + Self.headerSize
        position = start + length
        return (kind, start..<position)
    }

    /// Makes sure that so many bytes are at hand; false where the pipe ends before.
    private mutating func fill(to wanted: Int, _ silent: () throws -> Void) throws -> Bool {
        guard filled - position < wanted else { return true }
        if position > 0 {
            bytes.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return }
                memmove(base, base + position, filled - position)
            }
            (position, filled) = (0, filled - position)
        }
        if bytes.count < wanted { bytes.append(contentsOf: repeatElement(0, count: wanted - bytes.count)) }
        while filled < wanted {
            try wait(silent)
            let room = bytes.count - filled
            let count = bytes.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { read(descriptor, $0 + filled, room) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            filled += count
        }
        return true
    }

    private func wait(_ silent: () throws -> Void) throws {
        var waited: Int64 = 0
        while !isReady {
            waited += Int64(Self.patience)
            guard waited / 1000 < longestSilence else { throw Silence() }
            try silent()
        }
    }

    /// Whether there is something to read, or nothing more will come; waits for it a while.
    private var isReady: Bool {
        var awaited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&awaited, 1, Self.patience) != 0
    }
}
