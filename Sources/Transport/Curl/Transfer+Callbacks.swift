import CCurl

/// The functions libcurl is given. Each finds its transfer by the pointer libcurl hands on.
extension Transfer {
    private static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let takeBody: docket_curl_sink = { bytes, size, count, context in
        // What libcurl hands over is never larger than its buffer, so the product cannot overflow.
        guard let transfer = at(context) else { return 0 }
        return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size &* count)) ? size &* count : 0
    }

    private static let takeHeaders: docket_curl_sink = { bytes, size, count, context in
        at(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size &* count))
        return size &* count
    }

    private static let askProgress: docket_curl_progress = { context, _, _, _, _ in
        at(context)?.goesOn() == true ? 0 : 1
    }

    private static let judgeHost: docket_curl_host_key = { _, _, _, match, context in
        Int32(at(context)?.isTrusted(match) == true ? CURLKHSTAT_FINE.rawValue : CURLKHSTAT_REJECT.rawValue)
    }

    /// Has libcurl call this transfer. It must outlast the transfer.
    func attach(to handle: borrowing EasyHandle) throws(OptionRefused) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.check(
            docket_curl_set_sink(handle.raw, CURLOPT_WRITEFUNCTION, Self.takeBody),
            CURLOPT_WRITEFUNCTION
        )
        try handle.set(CURLOPT_WRITEDATA, pointer: context)
        try handle.check(
            docket_curl_set_sink(handle.raw, CURLOPT_HEADERFUNCTION, Self.takeHeaders),
            CURLOPT_HEADERFUNCTION
        )
        try handle.set(CURLOPT_HEADERDATA, pointer: context)
        try handle.check(docket_curl_set_progress(handle.raw, Self.askProgress), CURLOPT_XFERINFOFUNCTION)
        try handle.set(CURLOPT_XFERINFODATA, pointer: context)
        try handle.set(CURLOPT_NOPROGRESS, 0)
        try handle.check(docket_curl_set_host_key(handle.raw, Self.judgeHost), CURLOPT_SSH_KEYFUNCTION)
        try handle.set(CURLOPT_SSH_KEYDATA, pointer: context)
    }
}
