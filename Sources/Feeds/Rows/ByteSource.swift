import Glibc

/// Where the bytes of one part of a delivery come from: a file, a member of a packed one, text turned into UTF-8.
package protocol ByteSource: AnyObject {
    /// Fills the buffer as far as bytes are at hand.
    ///
    /// - Parameter buffer: never empty.
    /// - Returns: how many bytes were put there; 0 at the end.
    /// - Throws: `UnreadableDelivery` where no more of it can be had.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int

    /// What these bytes are in the archived file.
    var measure: ByteMeasure { get }
}

extension ByteSource {
    package var measure: ByteMeasure { .bytes }
}

/// A plain file, from where its descriptor stands to its end.
package final class FileSource: ByteSource {
    private let descriptor: CInt
    private var offset: Int64 = 0

    /// - Parameter descriptor: open for reading; it stays the caller's to close.
    package init(_ descriptor: CInt) { self.descriptor = descriptor }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                offset += Int64(count)
                return count
            }
            guard errno == EINTR else { throw .unreadableBytes(code: errno, offset: offset) }
        }
    }
}
