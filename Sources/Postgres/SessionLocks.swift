import CLibpq

extension Session {
    /// Runs `body` while no other session of this database holds the same lock.
    ///
    /// - Parameters:
    ///   - number: The advisory lock; whoever means the same thing uses the same number.
    ///   - waiting: Told about once a second while another session holds it.
    ///   - body: What only one may do at a time.
    /// - Returns: What `body` returns.
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func locked<Value>(_ number: Int64, waiting: () -> Void, _ body: (borrowing Session) throws -> Value) throws
        -> Value
    {
        while try !run("SELECT pg_try_advisory_lock($1)", [.integer(number)]).single({ try $0.flag(0) }) {
            waiting()
            try run("SELECT pg_sleep(1)")
        }
        // Given back even by a cancelled task: the session lives on and would keep it.
        defer { try? runScript("SELECT pg_advisory_unlock(\(number))", .uninterruptible) }
        return try body(self)
    }
}
