/// A failure reported by libpq, by the server behind it, or by this room about what they said.
package struct DatabaseError: Error, Equatable, Sendable {
    /// What went wrong, as far as the caller can act on it.
    package enum Kind: Equatable, Sendable {
        /// The connection string cannot be read; no waiting mends that.
        case badConnectionString
        /// No session could be opened: wrong address, no network, refused password, server starting up.
        case connectionFailed
        /// The session broke; whatever its transaction did is undone by the server.
        case connectionLost
        /// The session broke while committing: the work may or may not be there. Look before doing it again.
        case outcomeUnknown
        /// The server refused the statement.
        case statementFailed(SQLState)
        /// The task was cancelled before the statement was sent.
        case notSent
        /// A value cannot be written in PostgreSQL's format: a NUL in a text, an instant outside its range.
        case invalidValue
        /// The result is not of the shape the caller reads: type, number of columns, NULL, number of rows.
        case unexpectedResult
        /// The session was used in a way it cannot serve, such as a statement while a result is being streamed.
        case misuse
        /// The server is older than this program supports.
        case unsupportedVersion
        /// The database does not store its text as UTF-8.
        case unsupportedEncoding
    }

    /// What the caller can act on.
    package let kind: Kind
    /// What happened, in the words of whoever noticed it.
    package let message: String
    /// The server's own elaboration, empty if it gave none. May quote values: log it with care.
    package let detail: String
    /// What the server suggests, empty if it suggests nothing.
    package let hint: String

    /// Writes an error down; `detail` and `hint` are the server's.
    package init(kind: Kind, message: String, detail: String = "", hint: String = "") {
        self.kind = kind
        self.message = message
        self.detail = detail
        self.hint = hint
    }
}

extension DatabaseError: CustomStringConvertible {
    /// Message and SQLSTATE on one line, without the detail, which may quote personal values.
    package var description: String {
        let state = sqlState.map { " [\($0.rawValue)]" } ?? ""
        return message.split(whereSeparator: \.isNewline).joined(separator: " ") + state
    }
}
