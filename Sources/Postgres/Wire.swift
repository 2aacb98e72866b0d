import CLibpq
import Glibc

/// libpq's connection as something to wait for, without ever being deaf to the cancellation of the task.
///
/// A view of the connection that a `Session` owns; never kept longer than a call on that session.
struct Wire {
    let raw: OpaquePointer
    /// Rung when a task is cancelled, so that waiting ends.
    let doorbell: Doorbell
    /// Told now and then that the server is at work on a statement and the line to it holds.
    let pulse: Pulse?
    /// After how many seconds without a byte from the server it is given up; nil as long as the network lives.
    let silence: Int32?

    /// How long to wait for an answer that somebody may no longer want.
    var patience: Patience { .interruptible(silence: silence) }

    /// Waits for the next result of the statement under way; nil once there is no more.
    ///
    /// A COPY that was not begun by `copy(into:)` would wait for us for ever: what it asks for is refused and what it
    /// sends is dropped.
    ///
    /// - Throws: `DatabaseError` of kind `connectionLost` if the server does not answer even to a request to stop.
    func nextResult(_ patience: Patience) throws(DatabaseError) -> OpaquePointer? {
        while let result = try answer(patience) {
            switch PQresultStatus(result) {
            case PGRES_COPY_IN: PQputCopyEnd(raw, "data is sent by copy(into:) only")
            case PGRES_COPY_OUT: dropCopyData()
            default: return result
            }
            PQclear(result)
            try flush(patience)
        }
        return nil
    }

    /// Waits for the next result, whatever it is.
    ///
    /// - Throws: `DatabaseError` of kind `connectionLost`.
    func answer(_ patience: Patience) throws(DatabaseError) -> OpaquePointer? {
        var patience = patience
        while PQisBusy(raw) == 1 {
            try wait(for: POLLIN, &patience)
            if PQconsumeInput(raw) == 0 { break }
        }
        return PQgetResult(raw)
    }

    /// Reads and forgets results until the server is ready for another statement.
    ///
    /// - Throws: `DatabaseError` of kind `connectionLost`.
    func drain() throws(DatabaseError) {
        while let rest = try nextResult(.uninterruptible) { PQclear(rest) }
    }

    private func dropCopyData() {
        var piece: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(raw, &piece, 0) > 0 { PQfreemem(piece) }
    }

    /// Sends what libpq has not sent yet.
    ///
    /// - Throws: `DatabaseError` of kind `connectionLost`.
    func flush(_ patience: Patience) throws(DatabaseError) {
        var patience = patience
        while true {
            switch PQflush(raw) {
            case 0: return
            case 1:
                try wait(for: POLLIN | POLLOUT, &patience)
                // The server may be waiting for us to read before it reads on.
                if isReadable() { PQconsumeInput(raw) }
            default: throw lost()
            }
        }
    }

    /// Sends a piece of the data of a COPY.
    ///
    /// - Throws: `DatabaseError` of kind `connectionLost`.
    func putCopyData(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(raw, start, Int32(bytes.count)) == 1 else { throw lost() }
        try flush(patience)
    }

    /// Waits for the next piece of the data that a COPY sends, and lends it.
    ///
    /// - Returns: false once there is no more; the result of the COPY follows then.
    /// - Throws: `DatabaseError` of kind `connectionLost`, or what `body` throws.
    func takeCopyData(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        var patience = patience
        while true {
            var piece: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(raw, &piece, 1)
            defer { PQfreemem(piece) }
            if count > 0 {
                try body(UnsafeRawBufferPointer(start: piece, count: Int(count)))
                return true
            }
            if count == -1 { return false }
            guard count == 0 else { throw lost() }
            try wait(for: POLLIN, &patience)
            guard PQconsumeInput(raw) == 1 else { throw lost() }
        }
    }

    /// A cancellation between two statements finds the server idle and would be lost, so we look for ourselves.
    ///
    /// - Throws: `DatabaseError` of kind `notSent`.
    func checkCancellation() throws(DatabaseError) {
        guard !Task.isCancelled else { throw DatabaseError(kind: .notSent, message: "the task was cancelled") }
    }

    /// Asks the server to break off what it runs now. Only ever called while a statement is under way.
    func requestCancel() {
        guard let handle = PQgetCancel(raw) else { return }
        defer { PQfreeCancel(handle) }
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(handle, &message, Int32(message.count))
    }

    /// Whether the server has said something, waiting for it for at most `milliseconds`.
    func isReadable(within milliseconds: Int32 = 0) -> Bool {
        var watched = pollfd(fd: PQsocket(raw), events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, milliseconds) > 0
    }

    func lost() -> DatabaseError {
        let said = String(cString: PQerrorMessage(raw))
        return DatabaseError(kind: .connectionLost, message: said.isEmpty ? "the server does not answer" : said)
    }

    /// Blocks until the socket is ready, asking the server to break off once the task is cancelled.
    ///
    /// The request can arrive before the statement does and is lost then, so it is repeated while the server works on.
    private func wait(for events: Int32, _ patience: inout Patience) throws(DatabaseError) {
        while true {
            let isCancelling = patience.isInterruptible && Task.isCancelled
            if isCancelling { requestCancel() }
            let isUrgent = isCancelling || !patience.isInterruptible
            let calm = patience.isLimited ? Patience.interval : pulse == nil ? -1 : Pulse.interval
            var watched = [
                pollfd(fd: PQsocket(raw), events: Int16(events), revents: 0),
                pollfd(fd: doorbell.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&watched, patience.isInterruptible ? 2 : 1, isUrgent ? Patience.interval : calm)
            guard ready >= 0 || errno == EINTR else { throw lost() }
            if watched[0].revents != 0 { return }
            if watched[1].revents != 0 { doorbell.silence() }
            if ready == 0 {
                patience.noteSilence(isUrgent: isUrgent)
                if !isUrgent { pulse?.beat() }
            }
            guard !patience.isExhausted else {
                // Nothing that is sent or awaited on it hereafter may block.
                shutdown(PQsocket(raw), Int32(SHUT_RDWR))
                throw DatabaseError(
                    kind: .connectionLost,
                    message: "the server has sent nothing for \(patience.waitedSeconds) s"
                )
            }
        }
    }
}
