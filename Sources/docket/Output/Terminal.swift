import FoundationEssentials
import Glibc

/// Where people read: results on standard output, everything else on standard error.
enum Terminal {
    static func say(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func complain(_ text: String) { write("docket: " + text + "\n", to: STDERR_FILENO) }

    /// How many columns standard output has; nil where it is no terminal, or does not tell.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// How many columns what people read may take: those of the terminal, else a hundred.
    static var room: Int { width ?? 100 }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Prints a value as one JSON document with sorted keys.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                // A reader that had enough closes the pipe; a full disk is another matter.
                guard descriptor == STDOUT_FILENO, errno != EPIPE else { return }
                complain("标准输出无法写入 / standard output cannot be written: \(String(cString: strerror(errno)))")
                exit(74)
            }
            rest = rest.dropFirst(written)
        }
    }
}
