import CLibpq

extension Session {
    /// Runs one statement and waits for its whole result. Values travel beside the text, never inside it.
    ///
    /// A statement that is run again with parameters of the same types is kept prepared by the server.
    ///
    /// - Throws: `DatabaseError`; of kind `notSent` if the task is cancelled already.
    @discardableResult
    package func run(_ sql: String, _ parameters: [Parameter] = []) throws(DatabaseError) -> Rows {
        try send(sql, parameters)
        return try onlyResult()
    }

    /// Runs several statements at once, without parameters. For migrations only.
    ///
    /// - Throws: `DatabaseError` of the first statement that fails.
    package func runScript(_ sql: String) throws(DatabaseError) {
        try wire.checkCancellation()
        try runScript(sql, wire.patience)
    }

    /// Runs statements even if the task is cancelled already.
    func runScript(_ sql: String, _ patience: Patience) throws(DatabaseError) {
        guard PQsendQuery(raw, sql) == 1 else { throw refusal() }
        try wire.flush(patience)
        var failure: DatabaseError?
        while let result = try wire.nextResult(patience) {
            do { _ = try checked(Rows(adopting: result)) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    /// Sends a statement whose results come in binary format.
    ///
    /// - Throws: `DatabaseError`.
    func send(_ sql: String, _ parameters: [Parameter], rowByRow: Bool = false) throws(DatabaseError) {
        try wire.checkCancellation()
        let arguments = try ArgumentBuffer(parameters)
        switch statements.advice(for: sql, types: arguments.types) {
        case .runPlain:
            let sent = arguments.withPointers { count, types, values, lengths, formats in
                PQsendQueryParams(raw, sql, count, types, values, lengths, formats, 1)
            }
            guard sent == 1 else { throw refusal() }
        case .runPrepared(let name): try sendPrepared(name, arguments)
        case .prepareFirst(let name):
            try prepare(sql, arguments.types, as: name)
            try sendPrepared(name, arguments)
        }
        // Too late once anything has been read.
        if rowByRow { PQsetSingleRowMode(raw) }
        try wire.flush(wire.patience)
    }

    private func prepare(_ sql: String, _ types: [Oid], as name: String) throws(DatabaseError) {
        guard PQsendPrepare(raw, name, sql, Int32(types.count), types) == 1 else { throw refusal() }
        try wire.flush(wire.patience)
        _ = try onlyResult()
        statements.remember(name, for: sql, types: types)
        try wire.checkCancellation()
    }

    private func sendPrepared(_ name: String, _ arguments: borrowing ArgumentBuffer) throws(DatabaseError) {
        let sent = arguments.withPointers { count, _, values, lengths, formats in
            PQsendQueryPrepared(raw, name, count, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw refusal() }
    }

    /// Reads the result of a single statement, and on to the end so that the session is free again.
    ///
    /// - Throws: `DatabaseError`.
    func onlyResult() throws(DatabaseError) -> Rows {
        guard let result = try wire.nextResult(wire.patience) else { throw wire.lost() }
        let rows = Rows(adopting: result)
        try wire.drain()
        return try checked(rows)
    }

    /// The result, if it is not an error.
    ///
    /// - Throws: `DatabaseError`.
    func checked(_ rows: consuming Rows) throws(DatabaseError) -> Rows {
        switch rows.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE: return rows
        default:
            let error = rows.error(isConnected: PQstatus(raw) == CONNECTION_OK)
            // The table changed under a prepared statement, or a pooler took it away: prepare anew from now on.
            if error.sqlState?.isStalePlan == true { statements.forgetAll() }
            throw error
        }
    }

    /// Why libpq did not even send: the session is broken, or busy with another result.
    func refusal() -> DatabaseError { wire.refusal() }
}
