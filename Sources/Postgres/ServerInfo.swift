/// What the server said about itself when the session was opened.
package struct ServerInfo: Equatable, Sendable {
    /// As libpq counts: 150018 is 15.18.
    package let version: Int32
    /// The encoding the database stores its text in.
    package let encoding: String
    /// Whether the server is a standby that replays another's log.
    package let isInRecovery: Bool
    /// Whether transactions are read only, by recovery or by setting.
    package let isReadOnly: Bool

    /// Describes a server; sessions do so themselves.
    package init(version: Int32, encoding: String, isInRecovery: Bool, isReadOnly: Bool) {
        self.version = version
        self.encoding = encoding
        self.isInRecovery = isInRecovery
        self.isReadOnly = isReadOnly
    }

    /// The oldest server whose SQL this program uses: 13.0.
    package static let oldestVersion: Int32 = 130_000

    /// Refuses a server that this program would misunderstand.
    ///
    /// - Throws: `DatabaseError` of kind `unsupportedVersion` or `unsupportedEncoding`.
    package static func check(version: Int32, encoding: String) throws(DatabaseError) {
        guard version >= oldestVersion else {
            let (major, minor) = (version / 10_000, version % 10_000)
            throw DatabaseError(
                kind: .unsupportedVersion,
                message: """
                    数据库服务器版本 \(major).\(minor) 过低，需要 PostgreSQL 13 或更高版本 / \
                    the server is PostgreSQL \(major).\(minor); version 13 or newer is needed
                    """
            )
        }
        guard encoding == "UTF8" else {
            throw DatabaseError(
                kind: .unsupportedEncoding,
                message: """
                    数据库编码为 \(encoding)，需要 UTF8：请以 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 重建 / \
                    the database is encoded as \(encoding), not UTF8; \
                    create it anew with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0
                    """
            )
        }
    }
}
