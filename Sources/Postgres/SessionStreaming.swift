import CLibpq

extension Session {
    /// Runs one statement and lends its rows one by one as they arrive, so that memory does not grow with the result.
    ///
    /// The session serves nothing else until the last row is read. An error thrown by `body` ends the reading and is
    /// rethrown; the session, and a transaction it is in, remain usable.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func stream(_ sql: String, _ parameters: [Parameter] = [], _ body: (borrowing Row) throws -> Void) throws {
        let isInTransaction = PQtransactionStatus(raw) == PQTRANS_INTRANS
        try send(sql, parameters, rowByRow: true)
        do {
            while let result = try wire.nextResult(wire.patience) {
                try checked(Rows(adopting: result)).forEach(body)
            }
        } catch {
            // Breaking off is quicker than reading on, but would abort the transaction for the caller.
            if !isInTransaction, PQtransactionStatus(raw) == PQTRANS_ACTIVE { wire.requestCancel() }
            try? wire.drain()
            throw error
        }
    }
}
