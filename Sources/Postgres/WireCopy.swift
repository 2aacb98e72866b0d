import CLibpq

/// Copying rows to the server.
extension Wire {
    /// Has the server begin to take rows.
    ///
    /// - Throws: `DatabaseError`.
    func beginCopy(into target: String) throws(DatabaseError) {
        try checkCancellation()
        try send("COPY \(target) FROM STDIN (FORMAT binary)")
        guard let answer = try answer(patience) else { throw lost() }
        let rows = Rows(adopting: answer)
        guard rows.status != PGRES_COPY_IN else { return }
        let error = rows.error(isConnected: PQstatus(raw) == CONNECTION_OK)
        let isRefused = rows.status == PGRES_FATAL_ERROR
        try drain()
        guard isRefused else {
            throw DatabaseError(kind: .misuse, message: "the server did not begin to copy into \(target)")
        }
        throw error
    }

    /// Tells the server that all rows are sent.
    ///
    /// - Returns: how many it took.
    /// - Throws: `DatabaseError`.
    @discardableResult
    func endCopy() throws(DatabaseError) -> Int {
        guard PQputCopyEnd(raw, nil) == 1 else { throw lost() }
        try flush(patience)
        return try completed().affected
    }

    /// Breaks off the copy under way, if there is one.
    func abandonCopy() {
        guard PQputCopyEnd(raw, "abandoned by the client") == 1 else { return }
        try? flush(.uninterruptible)
        try? drain()
    }

    /// Runs a statement that returns no rows.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ sql: String) throws(DatabaseError) {
        try checkCancellation()
        try send(sql)
        _ = try completed()
    }

    private func send(_ sql: String) throws(DatabaseError) {
        guard PQsendQuery(raw, sql) == 1 else { throw refusal() }
        try flush(patience)
    }

    /// The only result of a command, once the session is free again.
    private func completed() throws(DatabaseError) -> Rows {
        guard let result = try nextResult(patience) else { throw lost() }
        let rows = Rows(adopting: result)
        try drain()
        guard rows.status == PGRES_COMMAND_OK else { throw rows.error(isConnected: PQstatus(raw) == CONNECTION_OK) }
        return rows
    }

    /// Why libpq did not even send: the session is broken, or busy with another result.
    func refusal() -> DatabaseError {
        guard PQstatus(raw) == CONNECTION_OK else { return lost() }
        return DatabaseError(kind: .misuse, message: String(cString: PQerrorMessage(raw)))
    }
}
