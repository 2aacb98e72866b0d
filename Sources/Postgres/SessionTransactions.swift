import CLibpq

/// How far a transaction is shielded from others (PostgreSQL's manual, chapter 13.2).
package enum Isolation: String, Sendable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
}

extension Session {
    /// Runs `body` in a transaction: all of it is kept, or nothing if it throws.
    ///
    /// Inside another transaction it becomes a savepoint of that one, whose isolation then holds.
    ///
    /// - Throws: `DatabaseError`, of kind `outcomeUnknown` if the session broke while committing; or what `body` throws.
    package func transaction<Value>(
        isolation: Isolation = .readCommitted,
        _ body: (borrowing Session) throws -> Value
    ) throws -> Value {
        try inTransaction("ISOLATION LEVEL \(isolation.rawValue)", keeping: true, body)
    }

    /// Runs `body` on one unchanging view of the database, in which it cannot write.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func readOnlyTransaction<Value>(_ body: (borrowing Session) throws -> Value) throws -> Value {
        try inTransaction("ISOLATION LEVEL REPEATABLE READ READ ONLY", keeping: true, body)
    }

    /// Runs `body` in a transaction of which nothing is kept: what would have happened?
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func rolledBack<Value>(_ body: (borrowing Session) throws -> Value) throws -> Value {
        try inTransaction("ISOLATION LEVEL READ COMMITTED", keeping: false, body)
    }

    private func inTransaction<Value>(
        _ characteristics: String,
        keeping isKept: Bool,
        _ body: (borrowing Session) throws -> Value
    ) throws -> Value {
        let isNested = PQtransactionStatus(raw) != PQTRANS_IDLE
        try runScript(isNested ? "SAVEPOINT docket" : "BEGIN \(characteristics)")
        let value: Value
        do {
            value = try body(self)
            if isKept { try isNested ? runScript("RELEASE SAVEPOINT docket") : commit() }
        } catch {
            undo(isNested)
            throw error
        }
        if !isKept { undo(isNested) }
        return value
    }

    /// Sent even by a cancelled task: a transaction left open would poison the next caller. If it fails, the session is
    /// no longer idle and will be dropped.
    private func undo(_ isNested: Bool) {
        guard PQtransactionStatus(raw) != PQTRANS_IDLE else { return }
        let undoing = isNested ? "ROLLBACK TO SAVEPOINT docket; RELEASE SAVEPOINT docket" : "ROLLBACK"
        try? runScript(undoing, .uninterruptible)
    }

    private func commit() throws(DatabaseError) {
        try wire.checkCancellation()
        do throws(DatabaseError) {
            guard PQsendQuery(raw, "COMMIT") == 1 else { throw refusal() }
            try wire.flush(wire.patience)
            let rows = try onlyResult()
            // The server answers so to the COMMIT of a transaction in which a statement failed and was forgiven.
            guard rows.command != "ROLLBACK" else {
                throw DatabaseError(
                    kind: .statementFailed(.failedTransaction),
                    message: "the transaction was rolled back because one of its statements had failed"
                )
            }
        } catch {
            guard error.kind == .connectionLost else { throw error }
            throw DatabaseError(kind: .outcomeUnknown, message: error.message, detail: error.detail, hint: error.hint)
        }
    }
}
