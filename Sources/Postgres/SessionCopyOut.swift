import CLibpq

extension Session {
    /// Sends the result of a query to `sink` as CSV in UTF-8, with a row of column names, while it arrives.
    ///
    /// An error thrown by `sink` breaks the query off and is rethrown; the session remains usable, a transaction it is in
    /// has failed.
    ///
    /// - Parameters:
    ///   - query: One `SELECT`; the server refuses a second statement.
    ///   - sink: Is lent a row at a time.
    /// - Throws: `DatabaseError`, or what `sink` throws.
    package func copyCSV(of query: String, into sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        try wire.checkCancellation()
        let statement = "COPY (\(query)) TO STDOUT (FORMAT csv, HEADER true, ENCODING 'UTF8')"
        guard PQsendQueryParams(raw, statement, 0, nil, nil, nil, nil, 0) == 1 else { throw refusal() }
        try wire.flush(wire.patience)
        guard let answer = try wire.answer(wire.patience) else { throw wire.lost() }
        let rows = Rows(adopting: answer)
        guard rows.status == PGRES_COPY_OUT else {
            try wire.drain()
            _ = try checked(rows)
            throw DatabaseError(kind: .misuse, message: "the server did not begin to copy out")
        }
        do {
            while try wire.takeCopyData(sink) {}
        } catch {
            // A server that no longer answers would not answer this either, and nothing limits the wait for it.
            if !(error is DatabaseError) { wire.requestCancel() }
            while (try? wire.takeCopyData { _ in }) == true {}
            try? wire.drain()
            throw error
        }
        _ = try onlyResult()
    }
}
