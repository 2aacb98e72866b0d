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
    package func runScript(_ sql: String) throws(DatabaseError) { try runScript(sql, .interruptible) }

    func runScript(_ sql: String, _ patience: Patience) throws(DatabaseError) {
        if patience.isInterruptible { try wire.checkCancellation() }
        guard PQsendQuery(raw, sql) == 1 else { throw refusal() }
        try wire.flush(patience)
        var failure: DatabaseError?
        while let result = try wire.nextResult(patience) {
            do { _ = try checked(result) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    /// Sends a statement whose results are in binary format.
    func send(_ sql: String, _ parameters: [Parameter]) throws(DatabaseError) {
        try wire.checkCancellation()
        let arguments = try ArgumentBuffer(parameters)
        switch statements.advice(for: sql, types: arguments.types) {
        case .runPlain: try sendPlain(sql, arguments)
        case .runPrepared(let name): try sendPrepared(name, arguments)
        case .prepareFirst(let name):
            guard PQsendPrepare(raw, name, sql, Int32(arguments.types.count), arguments.types) == 1 else {
                throw refusal()
            }
            try wire.flush(.interruptible)
            _ = try onlyResult()
            statements.remember(name, for: sql, types: arguments.types)
            try wire.checkCancellation()
            try sendPrepared(name, arguments)
        }
        try wire.flush(.interruptible)
    }

    private func sendPlain(_ sql: String, _ arguments: borrowing ArgumentBuffer) throws(DatabaseError) {
        let sent = arguments.withPointers { count, types, values, lengths, formats in
            PQsendQueryParams(raw, sql, count, types, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw refusal() }
    }

    private func sendPrepared(_ name: String, _ arguments: borrowing ArgumentBuffer) throws(DatabaseError) {
        let sent = arguments.withPointers { count, _, values, lengths, formats in
            PQsendQueryPrepared(raw, name, count, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw refusal() }
    }

    /// Reads the result of a single statement, and on to the end so that the session is free again.
    func onlyResult(_ patience: Patience = .interruptible) throws(DatabaseError) -> Rows {
        guard let result = try wire.nextResult(patience) else { throw wire.lost() }
        let rows = Rows(adopting: result)
        // COPY through `run` would leave the session waiting for data for ever.
        guard rows.status != PGRES_COPY_IN, rows.status != PGRES_COPY_OUT else {
            if rows.status == PGRES_COPY_IN { PQputCopyEnd(raw, "not sent by copy(into:)") }
            requestCancelIfNeeded(rows.status)
            try drain()
            throw DatabaseError(kind: .misuse, message: "COPY runs with copy(into:) only")
        }
        try drain()
        try check(rows)
        return rows
    }

    private func requestCancelIfNeeded(_ status: ExecStatusType) {
        if status == PGRES_COPY_OUT { wire.requestCancel() }
    }

    /// Reads and forgets results until the session is free again.
    func drain() throws(DatabaseError) {
        while let rest = try wire.nextResult(.uninterruptible) {
            let status = PQresultStatus(rest)
            PQclear(rest)
            // A broken session or an unfinished COPY repeats the same result for ever.
            if PQstatus(raw) != CONNECTION_OK { return }
            if status == PGRES_COPY_OUT {
                var buffer: UnsafeMutablePointer<CChar>?
                while PQgetCopyData(raw, &buffer, 0) > 0 { PQfreemem(buffer) }
            }
        }
    }

    func checked(_ result: OpaquePointer) throws(DatabaseError) -> Rows {
        let rows = Rows(adopting: result)
        try check(rows)
        return rows
    }

    func check(_ rows: borrowing Rows) throws(DatabaseError) {
        switch rows.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE, PGRES_COPY_IN: return
        default: throw rows.error(isConnected: PQstatus(raw) == CONNECTION_OK)
        }
    }

    /// Why libpq did not even send: the session is broken, or busy with another result.
    func refusal() -> DatabaseError {
        guard PQstatus(raw) == CONNECTION_OK else { return wire.lost() }
        return DatabaseError(kind: .misuse, message: String(cString: PQerrorMessage(raw)))
    }
}
