import Foundation
import Glibc

/// A file that holds some bytes, has no name, and is gone with this value.
final class UnnamedFile {
    let descriptor: CInt

    init(_ bytes: [UInt8]) {
        var name = Array((NSTemporaryDirectory() + "/feeds-tests-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        unlink(name)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { write(descriptor, $0 + written, buffer.count - written) } ?? 0
            }
            guard count > 0 else { break }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    convenience init(_ text: String) { self.init(Array(text.utf8)) }

    deinit { close(descriptor) }
}
