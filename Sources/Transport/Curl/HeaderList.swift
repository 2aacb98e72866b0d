import CCurl

/// The headers of a request as libcurl's list, which must outlast the transfer.
final class HeaderList {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    init(_ request: Request) {
        guard [.http, .https].contains(request.address.scheme) else { return }
        // What comes packed cannot be told from what broke off (libcurl accepts half a gzip stream), so none is asked for.
        append("Accept-Encoding: identity")
        for (name, value) in request.headers { append("\(name): \(value)") }
        if case .header(let name, let secret) = request.credentials { append("\(name): \(secret.text)") }
    }

    deinit { curl_slist_free_all(raw) }

    private func append(_ line: String) {
        // A line end within would begin another header.
        guard line.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x09 }) else { return }
        if let longer = curl_slist_append(raw, line) { raw = longer }
    }
}
