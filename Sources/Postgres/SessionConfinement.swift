extension Session {
    /// Runs `body` where it cannot write, may not take longer than it is given, and acts as a role that may do less;
    /// whatever it set is undone.
    ///
    /// - Parameters:
    ///   - role: whose rights it has, where there is such a role, this user is a member of it and it may use `schema`; else
    ///     the rights are the user's own.
    ///   - schema: without whose use the role is of no use.
    ///   - limit: for each statement, in milliseconds.
    ///   - body: what is run.
    /// - Returns: what `body` returns.
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func confined<Value>(
        asRole role: String,
        using schema: String,
        milliseconds limit: Int32,
        _ body: (borrowing Session) throws -> Value
    ) throws -> Value {
        // What is not kept takes every setting back with it, also a transaction that was made read-only.
        try rolledBack { session in
            _ = try session.run(
                """
                SELECT pg_catalog.set_config('statement_timeout', $3, true),
                    pg_catalog.set_config('transaction_read_only', 'on', true),
                    pg_catalog.set_config('role', coalesce((
                        SELECT r.rolname::text FROM pg_catalog.pg_roles r
                        WHERE r.rolname = $1 AND pg_catalog.has_schema_privilege(r.oid, $2, 'USAGE')
                            AND pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER')),
                        pg_catalog.current_setting('role')), true)
                """,
                [.text(role), .text(schema), .text(String(max(1, limit)))]
            )
            return try body(session)
        }
    }
}
