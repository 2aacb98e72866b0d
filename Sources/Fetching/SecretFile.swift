import Glibc
import Transport

/// A password or token in a file of its own.
///
/// It is read anew for every look at a source, so that a renewed one counts at once.
struct SecretFile {
    let path: String

    /// Bytes; no token is longer.
    private static let longest = 65536

    /// - Throws: `FetchFault.secret`.
    func read() throws(FetchFault) -> Secret {
        let path = handedOver ?? path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .secret(file: path, detail: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.longest)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .secret(file: path, detail: String(cString: strerror(errno))) }
        var text = bytes.prefix(count)
        if text.last == 0x0A { text = text.dropLast() }
        if text.last == 0x0D { text = text.dropLast() }
        guard !text.isEmpty, count < Self.longest, text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            let word = String(validating: text, as: UTF8.self)
        else { throw .secret(file: path, detail: "没有恰好一行文字 / not exactly one line of text") }
        return Secret(word)
    }

    /// The file of the same name among the credentials systemd hands to the unit, which wins.
    private var handedOver: String? {
        guard let folder = getenv("CREDENTIALS_DIRECTORY"), let name = path.split(separator: "/").last else {
            return nil
        }
        let file = String(cString: folder) + "/" + name
        return access(file, R_OK) == 0 ? file : nil
    }
}
