/// What a caller may do about an error.
extension DatabaseError {
    /// The server's name for the error, if the error came from a statement.
    package var sqlState: SQLState? {
        guard case .statementFailed(let state) = kind else { return nil }
        return state
    }

    /// Whether the same work may succeed later without anybody changing anything.
    ///
    /// Classes 08 (connection), 40 (rollback), 53 (resources), 57P0x (operator intervention) and 55P03 (lock), but not
    /// 08P01: the server did not understand us, and will not the next time.
    /// Work whose outcome is unknown counts too, so repeat only what is harmless to repeat.
    package var isTransient: Bool {
        switch kind {
        case .connectionFailed, .connectionLost, .outcomeUnknown: true
        case .statementFailed(.protocolViolation): false
        case .statementFailed(.lockNotAvailable): true
        case .statementFailed(let state):
            ["08", "40", "53"].contains(state.errorClass) || state.rawValue.hasPrefix("57P0")
        default: false
        }
    }

    /// Whether the values themselves are at fault, and would be again: classes 22 (data), 23 (integrity) and 54 (limits).
    package var isOfTheData: Bool {
        if kind == .invalidValue { return true }
        return sqlState.map { ["22", "23", "54"].contains($0.errorClass) } ?? false
    }

    /// Whether the statement itself is at fault: it would fail again, and another may succeed.
    package var isOfTheStatement: Bool {
        switch kind {
        case .unexpectedResult, .invalidValue: true
        case .statementFailed: !isTransient && !isReadOnly && !isCancellation
        default: false
        }
    }

    /// Whether the server accepts no writing now: a standby, or a database set to read only.
    package var isReadOnly: Bool { sqlState == .readOnlyTransaction }

    /// Whether the statement failed because its task was cancelled (and not because of a statement timeout).
    package var isCancellation: Bool {
        kind == .notSent || (kind == .statementFailed(.queryCancelled) && Task.isCancelled)
    }
}
