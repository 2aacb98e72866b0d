import CLibpq

extension Session {
    /// Streams rows into `target` with binary `COPY`; the server keeps all of them or none.
    ///
    /// An error thrown by `write` abandons the copy and is rethrown; the session remains usable. Inside a transaction
    /// the transaction has failed then.
    ///
    /// - Parameters:
    ///   - target: A table with its columns, such as `docket.record (id, unit)`: program text, never input.
    ///   - write: Writes the rows, every column in the order and exact type of the target.
    /// - Returns: The number of rows the server took.
    /// - Throws: `DatabaseError`, or what `write` throws.
    @discardableResult
    package func copy(into target: String, _ write: (inout CopyWriter) throws -> Void) throws -> Int {
        try wire.checkCancellation()
        guard PQsendQuery(raw, "COPY \(target) FROM STDIN (FORMAT binary)") == 1 else { throw refusal() }
        try wire.flush(wire.patience)
        guard let answer = try wire.answer(wire.patience) else { throw wire.lost() }
        let rows = Rows(adopting: answer)
        guard rows.status == PGRES_COPY_IN else {
            try wire.drain()
            _ = try checked(rows)
            throw DatabaseError(kind: .misuse, message: "the server did not begin to copy into \(target)")
        }
        do {
            var writer = CopyWriter(wire)
            try write(&writer)
            try writer.finish()
        } catch {
            abandonCopy()
            throw error
        }
        guard PQputCopyEnd(raw, nil) == 1 else { throw wire.lost() }
        try wire.flush(wire.patience)
        return try onlyResult().affected
    }

    private func abandonCopy() {
        guard PQputCopyEnd(raw, "abandoned by the client") == 1 else { return }
        try? wire.flush(.uninterruptible)
        try? wire.drain()
    }
}
