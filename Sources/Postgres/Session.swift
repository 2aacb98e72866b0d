import CLibpq

/// An open connection, lent to one closure at a time.
///
/// Every call blocks. `Session` is neither copyable nor sendable, so it cannot leave the closure or its queue.
package struct Session: ~Copyable {
    let wire: Wire
    let statements: StatementCache

    /// Opens a session with UTF-8 text, times in UTC and ISO dates, whatever the server's defaults are.
    ///
    /// Another time zone counts only where the connection string asks for one, with `options='-c TimeZone=…'`: tests
    /// show that way that nothing depends on it.
    ///
    /// - Throws: `DatabaseError` of kind `connectionFailed`, `unsupportedVersion` or `unsupportedEncoding`.
    static func open(
        _ parameters: String,
        doorbell: Doorbell,
        pulse: Pulse? = nil,
        silence: Int32? = nil,
        isForeign: Bool = false
    ) throws(DatabaseError) -> Session {
        let session = Session(Wire(raw: try connect(parameters), doorbell: doorbell, pulse: pulse, silence: silence))
        // Notices would go to stderr; what they say is of no use to a daemon.
        PQsetNoticeProcessor(session.raw, { _, _ in }, nil)
        PQsetnonblocking(session.raw, 1)
        do throws(DatabaseError) {
            if !isForeign {
                try ServerInfo.check(
                    version: PQserverVersion(session.raw),
                    encoding: session.setting("server_encoding")
                )
            }
        } catch {
            throw DatabaseError(
                kind: error.kind,
                message: "\(ConnectionInfo.describe(parameters)): \(error.message)"
            )
        }
        try session.runScript(
            """
            SET DateStyle = 'ISO'; SET standard_conforming_strings = on;
            SELECT set_config('TimeZone', 'UTC', false) FROM pg_catalog.pg_settings
            WHERE name = 'TimeZone' AND source <> 'client'
            """
        )
        // The planner takes our small statements for large ones, and compiles them for longer than they run.
        if !isForeign { try session.runScript("SET jit = off") }
        if let pulse {
            try session.limitStatements(toMilliseconds: pulse.limit)
            // What waits for a lock is not at work, and what keeps a transaction open must not do so for ever.
            try session.runScript("SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = '15min'")
        }
        return session
    }

    private init(_ wire: Wire) {
        self.wire = wire
        statements = StatementCache()
    }

    private static func connect(_ parameters: String) throws(DatabaseError) -> OpaquePointer {
        let arguments = try ConnectionInfo(parameters).arguments
        let connection = withCStrings(arguments.map(\.keyword)) { keywords in
            withCStrings(arguments.map(\.value)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let connection else { throw DatabaseError(kind: .connectionFailed, message: "out of memory") }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            throw DatabaseError(kind: .connectionFailed, message: String(cString: PQerrorMessage(connection)))
        }
        return connection
    }

    deinit { PQfinish(wire.raw) }

    var raw: OpaquePointer { wire.raw }

    /// Whether the next caller can have the session: open, and no transaction or result left lying about.
    func isReusable() -> Bool { PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_IDLE }

    /// Whether the server, as far as can be told without asking it, still holds the idle session open.
    func isAlive() -> Bool {
        var readings = 0
        // A closing server first says why and then hangs up: two readings at least, and a moment between them.
        while readings < 8, isReusable(), wire.isReadable(within: readings == 0 ? 0 : 50) {
            PQconsumeInput(raw)
            readings += 1
        }
        return isReusable()
    }

    /// A value the server reported when the session was opened, or since.
    private func setting(_ name: String) -> String {
        PQparameterStatus(raw, name).map { String(cString: $0) } ?? ""
    }
}

extension Session {
    /// What the server says about itself now.
    ///
    /// - Throws: `DatabaseError` if it can no longer be asked.
    package func serverInfo() throws -> ServerInfo {
        let rows = try run("SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'")
        let (isInRecovery, isReadOnly) = try rows.single { row in
            (try row.flag(0), try row.flag(1))
        }
        return ServerInfo(
            version: PQserverVersion(raw),
            encoding: setting("server_encoding"),
            isInRecovery: isInRecovery,
            isReadOnly: isReadOnly
        )
    }

    /// Gives the transaction under way so much memory for each sort and hash, keeps it from compiling queries that end
    /// sooner than their compilation, and lets it look at 9,000 rows of a table, not 30,000, where it must know what is in
    /// it. Changes how fast an answer comes, never the answer.
    ///
    /// - Throws: `DatabaseError` if the server refuses.
    package func makeRoom(megabytes: Int32) throws(DatabaseError) {
        _ = try run(
            """
            SELECT set_config('work_mem', $1, true), set_config('jit', 'off', true),
                set_config('default_statistics_target', '30', true)
            """,
            [.text("\(max(1, megabytes))MB")]
        )
    }

    /// The number of the server process that serves the session.
    package var processIdentifier: Int32 { PQbackendPID(raw) }

    /// Lets the server break off every later statement of this session that takes longer; zero sets no limit.
    ///
    /// - Throws: `DatabaseError` if the server refuses.
    package func limitStatements(toMilliseconds limit: Int32) throws(DatabaseError) {
        _ = try run("SELECT set_config('statement_timeout', $1, false)", [.text(String(max(0, limit)))])
    }
}
