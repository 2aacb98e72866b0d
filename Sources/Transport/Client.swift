import CCurl

/// Fetches from servers, one request after another, over connections that stay open in between.
///
/// Every call blocks. A client is not sendable: it lives on the queue of whoever owns it.
package struct Client: ~Copyable {
    private let handle: EasyHandle

    /// - Throws: `TransportFault` where there is no memory for it.
    package init() throws(TransportFault) {
        guard let handle = EasyHandle() else { throw TransportFault(.other, place: "libcurl", detail: "no memory") }
        self.handle = handle
    }

    /// Carries a request out.
    ///
    /// Redirects are not followed, proxies of the environment not used, and no other protocol than the URL's is spoken.
    ///
    /// - Parameters:
    ///   - request: what is wanted.
    ///   - sink: is lent the bytes of the body as they arrive, of an HTTP answer only if its status is 200. What it
    ///     throws breaks the transfer off. All that came is the whole body only once this returns.
    /// - Returns: the answer to a request that succeeded. Of HTTP: 200, 204 or 304.
    /// - Throws: `TransportFault`; `CancellationError` soon after the task is cancelled; what `sink` throws.
    package func perform(
        _ request: Request,
        into sink: (UnsafeRawBufferPointer) throws -> Void = { _ in }
    ) throws -> Response {
        try withoutActuallyEscaping(sink) { sink in
            let transfer = Transfer(request, handle: handle, sink: sink)
            return try withExtendedLifetime(transfer) { try run(request, transfer) }
        }
    }

    private func run(_ request: Request, _ transfer: Transfer) throws -> Response {
        handle.reset()
        // libcurl leaves the buffer with the handle until the next reset, so it is taken back before it goes.
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let headers = HeaderList(request)
        let code = try words.withUnsafeMutableBufferPointer { buffer in
            try TransportFault.refusing(request) { () throws(OptionRefused) in
                try Options(request).apply(to: handle)
                try transfer.attach(to: handle)
                try handle.set(CURLOPT_HTTPHEADER, pointer: headers.raw)
                try handle.set(CURLOPT_ERRORBUFFER, pointer: UnsafeMutableRawPointer(buffer.baseAddress))
            }
            defer { try? handle.set(CURLOPT_ERRORBUFFER, pointer: nil) }
            return curl_easy_perform(handle.raw)
        }
        let response = response(transfer)
        try TransportFault.check(code, words: words, response, transfer, request, retryAfter: retryAfter)
        return response
    }

    private func response(_ transfer: Transfer) -> Response {
        Response(
            status: transfer.status,
            headers: transfer.headers.values,
            size: handle.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T),
            modified: handle.offset(CURLINFO_FILETIME_T),
            received: transfer.received
        )
    }

    /// Seconds after which the server wants to be asked again.
    private var retryAfter: Int64? { handle.offset(CURLINFO_RETRY_AFTER).flatMap { $0 > 0 ? $0 : nil } }
}
