/// One PostgreSQL connection and the queue it lives on.
package actor Connection {
    private let executor: QueueExecutor
    private let parameters: String
    private let doorbell = Doorbell()
    private let pulse: Pulse?
    private let silence: Int32?
    private let isForeign: Bool
    private var session: Session?

    /// The queue on which everything of this connection blocks.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - parameters: A libpq connection string; empty leaves everything to the `PG*` variables.
    ///   - label: What its queue is called in a debugger.
    ///   - pulse: Told while the server is at work; nil where nobody wants to know and statements may take any time.
    ///   - silence: After how many seconds without a byte from the server, while an answer is awaited, it is given up
    ///     as lost; nil waits for as long as the network lives. A server whose power fails, or a device between that
    ///     forgets the line, says nothing for ever.
    ///   - isForeign: A database of somebody else, of whatever version and encoding, of which plain questions are asked.
    package init(
        _ parameters: String,
        label: String,
        pulse: Pulse? = nil,
        silence: Int32? = nil,
        isForeign: Bool = false
    ) {
        (self.parameters, self.pulse, self.silence, self.isForeign) = (parameters, pulse, silence, isForeign)
        self.executor = QueueExecutor(label: label)
    }

    /// Lends the open session to `body`, opening it first if need be.
    ///
    /// `body` is synchronous on purpose: no other caller can slip into its transaction, and it cannot hold one open
    /// while waiting for something else. A session that is left broken or inside a transaction is dropped afterwards.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, which also breaks off the statement it runs;
    ///   `DatabaseError`; or what `body` throws.
    package func use<Value: Sendable>(_ body: @Sendable (borrowing Session) throws -> Value) async throws -> Value {
        try await withTaskCancellationHandler {
            try Task.checkCancellation()
            try open()
            defer { if !isReusable() { session = nil } }
            return try lend(body)
        } onCancel: {
            doorbell.ring()
        }
    }

    /// Opens the session, trying again with growing waits for as long as the server cannot be reached.
    ///
    /// - Parameters:
    ///   - backoff: How long to wait between attempts.
    ///   - attempts: After how many failures to give up; nil tries until the task is cancelled.
    ///   - generator: Spreads the waits.
    ///   - report: Told of every failure that will be followed by another attempt, and of the wait until then.
    /// - Throws: `CancellationError`, or the `DatabaseError` of the last attempt. A server that is reached but refused as
    ///   unsupported is not tried again.
    package func connect(
        retrying backoff: Backoff,
        attempts: Int? = nil,
        using generator: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        report: @Sendable (DatabaseError, Duration) -> Void = { _, _ in }
    ) async throws {
        var generator = generator
        var failures = 0
        while true {
            try Task.checkCancellation()
            do throws(DatabaseError) { return try open() } catch {
                guard error.isTransient else { throw error }
                let delay = backoff.delay(after: failures, using: &generator)
                failures += 1
                if let attempts, failures >= attempts { throw error }
                report(error, delay)
                try await Task.sleep(for: delay)
            }
        }
    }

    /// Closes the session; the next use opens another.
    package func close() { session = nil }

    private func open() throws(DatabaseError) {
        if !isAlive() { session = nil }
        guard session == nil else { return }
        session = try Session.open(
            parameters,
            doorbell: doorbell,
            pulse: pulse,
            silence: silence,
            isForeign: isForeign
        )
    }

    private func lend<Value>(_ body: (borrowing Session) throws -> Value) throws -> Value {
        switch session {
        case .none: throw DatabaseError(kind: .connectionLost, message: "the session is closed")
        case .some(let session):
            do {
                return try body(session)
            } catch let error as DatabaseError where error.isCancellation {
                throw CancellationError()
            }
        }
    }

    private func isReusable() -> Bool {
        switch session {
        case .none: false
        case .some(let session): session.isReusable()
        }
    }

    private func isAlive() -> Bool {
        switch session {
        case .none: false
        case .some(let session): session.isAlive()
        }
    }
}
