import FoundationEssentials
import Glibc

/// Who runs the program, for the record.
enum Caller {
    /// The account, and the account that logged in where it is another: `docket (li.wei)`.
    static var name: String {
        let own = account(getuid())
        guard let login, login != getuid() else { return own }
        return "\(own) (\(account(login)))"
    }

    /// The kernel's note of who logged in, which no `su` changes; nil where nobody did.
    private static var login: uid_t? {
        guard let text = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .utf8),
            let number = uid_t(text.filter { !$0.isWhitespace }), number != uid_t.max
        else { return nil }
        return number
    }

    private static func account(_ number: uid_t) -> String {
        guard let entry = getpwuid(number), let name = entry.pointee.pw_name else { return "uid \(number)" }
        return String(cString: name)
    }
}
