import Foundation
import Glibc

/// An empty folder that is gone with this value.
final class OwnFolder {
    let path: String

    init() {
        var name = Array((NSTemporaryDirectory() + "/feeds-tests-XXXXXX").utf8CString)
        path = mkdtemp(&name).map { String(cString: $0) } ?? ""
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, last changed at `seconds` since 1970 where that is given.
    @discardableResult
    func write(_ text: String, to name: String, modified seconds: Int? = nil) throws -> String {
        let file = path(name)
        try Data(text.utf8).write(to: URL(filePath: file))
        if let seconds {
            let time = timeval(tv_sec: seconds, tv_usec: 0)
            _ = utimes(file, [time, time])
        }
        return file
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path(name)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }
}
