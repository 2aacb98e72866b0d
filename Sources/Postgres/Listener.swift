import CLibpq
import Dispatch
import Glibc
import Synchronization

/// Waits for `NOTIFY` on a connection and a thread of its own, and connects again by itself.
///
/// A notification is a hint that there is something to look at, never the thing itself: while the listener is not
/// connected they are lost, so the reader must also look on a timer.
package struct Listener: Sendable {
    private let parameters: String
    private let backoff: Backoff

    /// - Parameters:
    ///   - parameters: A libpq connection string.
    ///   - backoff: How long to wait before connecting again.
    package init(_ parameters: String, backoff: Backoff = Backoff()) {
        self.parameters = parameters
        self.backoff = backoff
    }

    /// One element for every time there may be something to look at: also whenever listening begins (again), since
    /// something may have happened before. Rings that nobody has heard yet become one.
    ///
    /// The connection is closed once the stream is dropped or its reader cancelled.
    ///
    /// - Parameters:
    ///   - channel: The name given to NOTIFY.
    ///   - report: Told of every failed or lost connection.
    /// - Returns: A stream that ends only with its reader.
    package func rings(on channel: String, report: @escaping @Sendable (DatabaseError) -> Void = { _ in })
        -> AsyncStream<Void>
    {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let stop = Stop()
            continuation.onTermination = { _ in stop.order() }
            DispatchQueue(label: "postgres listener").async { [self] in
                listen(on: channel, until: stop, report: report) { continuation.yield() }
                continuation.finish()
            }
        }
    }

    private func listen(
        on channel: String,
        until stop: Stop,
        report: (DatabaseError) -> Void,
        ring: () -> Void
    ) {
        var generator = SystemRandomNumberGenerator()
        var failures = 0
        while !stop.isOrdered {
            do {
                let session = try Session.open(parameters, doorbell: Doorbell())
                try session.listen(on: channel)
                failures = 0
                ring()
                try session.forward(until: stop, ring: ring)
            } catch {
                report(error)
                stop.wait(atMost: backoff.delay(after: failures, using: &generator))
                failures += 1
            }
        }
    }
}

/// The order to end, given by the reader's side to the listening thread.
private final class Stop: Sendable {
    private let ordered = Atomic(false)
    let doorbell = Doorbell()

    var isOrdered: Bool { ordered.load(ordering: .acquiring) }

    func order() {
        ordered.store(true, ordering: .releasing)
        doorbell.ring()
    }

    func wait(atMost duration: Duration) {
        var watched = pollfd(fd: doorbell.descriptor, events: Int16(POLLIN), revents: 0)
        let (seconds, attoseconds) = duration.components
        let milliseconds = min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000
        poll(&watched, 1, Int32(clamping: milliseconds))
    }
}

extension Session {
    fileprivate func listen(on channel: String) throws(DatabaseError) {
        guard let quoted = PQescapeIdentifier(raw, channel, channel.utf8.count) else { throw wire.lost() }
        defer { PQfreemem(quoted) }
        try runScript("LISTEN \(String(cString: quoted))")
    }

    fileprivate func forward(until stop: Stop, ring: () -> Void) throws(DatabaseError) {
        while !stop.isOrdered {
            var isRung = false
            while let notification = PQnotifies(raw) {
                PQfreemem(notification)
                isRung = true
            }
            if isRung { ring() }
            var watched = [
                pollfd(fd: PQsocket(raw), events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop.doorbell.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&watched, 2, -1) >= 0 || errno == EINTR else { throw wire.lost() }
            if watched[0].revents != 0, PQconsumeInput(raw) == 0 { throw wire.lost() }
        }
    }
}
