import CLibpq
import Glibc

/// A connection string as libpq understands it, together with `PG*` variables, service file and our own defaults.
package struct ConnectionInfo: Sendable {
    private let given: String
    /// Every option libpq would use, by keyword.
    let settings: [String: String]

    /// - Parameter conninfo: Keywords and values, a URI, or nothing, which leaves everything to the environment.
    /// - Throws: `DatabaseError` of kind `badConnectionString` if libpq cannot read the string.
    package init(_ conninfo: String) throws(DatabaseError) {
        try self.init(conninfo, credentials: environment("CREDENTIALS_DIRECTORY"))
    }

    /// - Parameters:
    ///   - conninfo: As above.
    ///   - credentials: The folder in which systemd hands credentials to a unit; a file `pgpass` there serves as
    ///     password file unless the string, `PGPASSFILE` or the service file names another.
    /// - Throws: `DatabaseError` of kind `badConnectionString` if libpq cannot read the string.
    init(_ conninfo: String, credentials: String?) throws(DatabaseError) {
        given = conninfo.allSatisfy(\.isWhitespace) ? "" : conninfo
        let named = try Self.parse(given)
        var settings = Self.resolve(given)
        for (keyword, value) in Self.precautions where settings[keyword] == nil { settings[keyword] = value }
        if let credentials, named["passfile"] == nil, environment("PGPASSFILE") == nil,
            settings["passfile"].map({ $0.hasSuffix("/.pgpass") }) ?? true,
            access("\(credentials)/pgpass", R_OK) == 0
        {
            settings["passfile"] = "\(credentials)/pgpass"
            additions.append(("passfile", "\(credentials)/pgpass"))
        }
        // Of several servers only one takes what we write.
        if settings["host"]?.contains(",") == true, settings["target_session_attrs"] ?? "any" == "any" {
            additions.append(("target_session_attrs", "read-write"))
        }
        additions += Self.precautions.filter { settings[$0.0] == $0.1 }
        self.settings = settings
    }

    /// What is told to libpq after the string itself; later settings win.
    private(set) var additions: [(String, String)] = [
        ("client_encoding", "UTF8"), ("fallback_application_name", "docket"),
    ]

    /// Without these a dead network is noticed after hours or never. Seconds, except for the last: milliseconds.
    private static let precautions = [
        ("connect_timeout", "10"), ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
    ]

    /// The options libpq is called with, in order.
    var arguments: [(keyword: String, value: String)] { [("dbname", given)] + additions.map { ($0.0, $0.1) } }

    /// Where the string leads, for people to read. The password is never part of it.
    package var description: String {
        let shown = ["service", "host", "hostaddr", "port", "dbname", "user", "sslmode"]
        var parts = shown.compactMap { keyword in settings[keyword].map { "\(keyword)=\($0)" } }
        if settings["password"] != nil { parts.append("password=****") }
        return parts.joined(separator: " ")
    }

    /// Where `conninfo` leads, with the password masked; nothing of a string that libpq cannot read.
    package static func describe(_ conninfo: String) -> String {
        do { return try ConnectionInfo(conninfo).description } catch { return error.message }
    }
}

extension ConnectionInfo {
    /// The options that the string itself names.
    private static func parse(_ conninfo: String) throws(DatabaseError) -> [String: String] {
        // libpq takes a word without "=" or "://" for the name of a database.
        guard conninfo.contains("=") || conninfo.contains("://") else { return [:] }
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(conninfo, &message) else {
            throw DatabaseError(
                kind: .badConnectionString,
                message: "数据库连接串无法解析 / the connection string cannot be read: \(harmless(message))"
            )
        }
        defer { PQconninfoFree(options) }
        return values(of: options)
    }

    /// libpq's complaint, if it is one of those that never quote a piece of the password.
    private static func harmless(_ message: UnsafeMutablePointer<CChar>?) -> String {
        let text = message.map { String(cString: $0) } ?? ""
        guard text.hasPrefix("invalid connection option") || text.hasPrefix("invalid URI query parameter") else {
            return "see libpq's chapter on connection strings"
        }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// What libpq makes of the string, the environment, the service file and its own defaults together.
    ///
    /// libpq tells only of a connection, so one is prepared that it gives up before any network or password file is
    /// touched: no such `sslmode` exists.
    private static func resolve(_ conninfo: String) -> [String: String] {
        let refused = [("dbname", conninfo), ("sslmode", "none-only-resolve")]
        let connection = withCStrings(refused.map(\.0)) { keywords in
            withCStrings(refused.map(\.1)) { values in PQconnectStartParams(keywords, values, 1) }
        }
        defer { PQfinish(connection) }
        guard let options = PQconninfo(connection) else { return [:] }
        defer { PQconninfoFree(options) }
        var settings = values(of: options)
        settings["sslmode"] = nil
        return settings
    }

    private static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val, value.pointee != 0 {
                values[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        return values
    }
}

/// The value of an environment variable, if it is set and not empty.
private func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// Lends `strings` as a C array of C strings that ends with a null pointer.
func withCStrings<Value>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
    let bytes = strings.flatMap { $0.utf8CString }
    return bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = []
        var offset = 0
        for string in strings {
            pointers.append(buffer.baseAddress?.advanced(by: offset))
            offset += string.utf8.count + 1
        }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
