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
        try copying { writer in
            try writer.begin(target)
            try write(&writer)
            return try writer.end()
        }
    }

    /// Lends a writer to `body`, which begins and ends as many copies as it likes, one after another.
    ///
    /// An error thrown by `body` abandons the copy that is under way then, and is rethrown.
    ///
    /// - Throws: What `body` throws.
    package func copying<Value>(_ body: (inout CopyWriter) throws -> Value) throws -> Value {
        do {
            var writer = CopyWriter(wire)
            return try body(&writer)
        } catch {
            wire.abandonCopy()
            throw error
        }
    }
}
