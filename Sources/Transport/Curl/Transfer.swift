import CCurl

/// What libcurl calls back while a transfer runs, and what came of it so far.
final class Transfer {
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private let largest: Int64
    private let wantsBody: Bool
    private let readsStatus: Bool
    private let handle: UnsafeMutableRawPointer
    private(set) var headers = HeaderLines()
    private(set) var received: Int64 = 0
    /// Bytes of an answer that is no answer to our question, such as the page that goes with an error.
    private var dropped: Int64 = 0
    /// Why we broke it off ourselves.
    private(set) var breach: Breach?

    enum Breach {
        /// More bytes than allowed.
        case tooLarge
        /// The task was cancelled.
        case cancelled
        /// Whoever takes the bytes could not.
        case sink(any Error)
        /// The bytes are packed or written in another way than they are to be kept.
        case encoded(String)
        case unknownHost
        case changedHost
    }

    /// Of the page that goes with an error so much is let pass, so that the connection can be used again.
    private static let mostDropped: Int64 = 64 << 10

    init(
        _ request: Request,
        handle: borrowing EasyHandle,
        sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.sink = sink
        self.handle = handle.raw
        largest = request.limits.largest
        if case .state = request.part { wantsBody = false } else { wantsBody = true }
        readsStatus = [.http, .https].contains(request.address.scheme)
    }

    /// Takes a piece of the body.
    ///
    /// - Returns: whether the transfer goes on.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard wantsBody else { return true }
        guard !readsStatus || status == 200 else {
            dropped += Int64(bytes.count)
            return dropped <= Self.mostDropped
        }
        if let encoding = headers["content-encoding"], encoding.lowercased() != "identity" {
            return breakOff(.encoded(encoding))
        }
        let (total, isBeyond) = received.addingReportingOverflow(Int64(bytes.count))
        guard !isBeyond, total <= largest else { return breakOff(.tooLarge) }
        received = total
        do { try sink(bytes) } catch { return breakOff(.sink(error)) }
        return true
    }

    func takeHeader(_ line: UnsafeRawBufferPointer) {
        if readsStatus { headers.take(line) }
    }

    /// - Returns: whether the transfer goes on.
    func goesOn() -> Bool { Task.isCancelled ? breakOff(.cancelled) : true }

    /// - Returns: whether the server is the one we know.
    func isTrusted(_ match: curl_khmatch) -> Bool {
        switch match {
        case CURLKHMATCH_OK: true
        case CURLKHMATCH_MISMATCH: breakOff(.changedHost)
        default: breakOff(.unknownHost)
        }
    }

    private func breakOff(_ why: Breach) -> Bool {
        breach = breach ?? why
        return false
    }

    /// HTTP's status; 0 where the protocol has none.
    var status: Int {
        guard readsStatus else { return 0 }
        var value = 0
        return docket_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &value) == CURLE_OK ? value : 0
    }
}
