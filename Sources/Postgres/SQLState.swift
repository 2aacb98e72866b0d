/// The five characters by which PostgreSQL names an error (its manual, appendix A).
package struct SQLState: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The first two characters: the family the error belongs to.
    package var errorClass: Substring { rawValue.prefix(2) }

    package static let queryCancelled = SQLState(rawValue: "57014")
    package static let uniqueViolation = SQLState(rawValue: "23505")
    package static let serializationFailure = SQLState(rawValue: "40001")
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    package static let failedTransaction = SQLState(rawValue: "25P02")
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let undefinedTable = SQLState(rawValue: "42P01")
    package static let protocolViolation = SQLState(rawValue: "08P01")
    static let featureNotSupported = SQLState(rawValue: "0A000")
    static let invalidStatementName = SQLState(rawValue: "26000")
    static let unknown = SQLState(rawValue: "XX000")

    /// Whether a prepared statement no longer fits the server ("cached plan must not change result type").
    var isStalePlan: Bool { self == .featureNotSupported || self == .invalidStatementName }
}
