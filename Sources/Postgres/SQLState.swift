/// The five characters by which PostgreSQL names an error (its manual, appendix A).
package struct SQLState: RawRepresentable, Hashable, Sendable {
    /// The five characters.
    package let rawValue: String

    /// - Parameter rawValue: The five characters.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The first two characters: the family the error belongs to.
    package var errorClass: Substring { rawValue.prefix(2) }

    /// The statement was broken off: by us, by an administrator or by a statement timeout.
    package static let queryCancelled = SQLState(rawValue: "57014")
    /// The row is there already.
    package static let uniqueViolation = SQLState(rawValue: "23505")
    /// The transaction lost against a concurrent one.
    package static let serializationFailure = SQLState(rawValue: "40001")
    /// The transaction was chosen to end a deadlock.
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    /// A write where only reading is possible.
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// A statement in a transaction that has failed already.
    package static let failedTransaction = SQLState(rawValue: "25P02")
    /// The role may not do that.
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// A lock was not granted in time.
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// There is no such table or view.
    package static let undefinedTable = SQLState(rawValue: "42P01")
    /// The server did not understand the message, such as a copied value of the wrong size.
    package static let protocolViolation = SQLState(rawValue: "08P01")
    static let featureNotSupported = SQLState(rawValue: "0A000")
    static let invalidStatementName = SQLState(rawValue: "26000")
    static let unknown = SQLState(rawValue: "XX000")

    /// Whether a prepared statement no longer fits the server ("cached plan must not change result type").
    var isStalePlan: Bool { self == .featureNotSupported || self == .invalidStatementName }
}
