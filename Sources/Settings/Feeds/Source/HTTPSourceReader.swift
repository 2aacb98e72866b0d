import Transport

/// Reads the section `http` of a feed.
struct HTTPSourceReader {
    let root: Section
    let base: String

    func read() -> HTTPSource? {
        defer { root.finish() }
        let address = root.required("url").flatMap { readAddress($0) }
        let paging = root.optional("paging").map { HTTPPagingReader(root: $0.inner).read() } ?? .some(.none)
        let authentication = root.optional("auth").map { readAuthentication($0.inner) } ?? .some(.none)
        let headers = root.optional("headers").map { readHeaders($0.inner) } ?? []
        let trust = TrustReader(root: root, base: base).readTLS()
        let timeout = root.optional("timeout").map { $0.seconds(1...86400) } ?? 900
        let largest = root.optional("max_bytes").map { $0.integer(1...(2 << 30)) } ?? 256 << 20
        guard let address, let paging, let authentication, let headers, let trust, let timeout, let largest else {
            return nil
        }
        return HTTPSource(
            address,
            paging: paging,
            authentication: authentication,
            headers: headers,
            trust: trust,
            timeoutSeconds: timeout,
            largest: largest
        )
    }

    private func readAddress(_ value: Value) -> Address? {
        guard let text = value.word else { return nil }
        guard let address = Address(text), [.http, .https].contains(address.scheme) else {
            value.refuse(
                "不是 http(s) 网址，或含用户名、密码、空白 / no http(s) URL, or one with user, password or blanks in it",
                "写成 https://主机/路径，凭据写在 auth / write https://host/path, and credentials under `auth`"
            )
            return nil
        }
        return address
    }

    private func readAuthentication(_ section: Section) -> HTTPAuthentication? {
        defer { section.finish() }
        let ways = ["bearer_file", "basic", "header"].filter { section.has($0) }
        guard ways.count == 1 else {
            for way in ways { _ = section.optional(way) }
            section.problem(
                "",
                "没有写明恰好一种认证方式 / not exactly one way to log in is given",
                "写 bearer_file、basic 或 header 之一 / write one of bearer_file, basic or header"
            )
            return nil
        }
        if let value = section.optional("bearer_file") { return path(value).map { .bearer(file: $0) } }
        if let basic = section.optional("basic")?.inner {
            defer { basic.finish() }
            let user = basic.required("user")?.word
            let file = basic.required("password_file").flatMap { path($0) }
            guard let user, let file else { return nil }
            return .basic(user: user, passwordFile: file)
        }
        guard let header = section.required("header")?.inner else { return nil }
        defer { header.finish() }
        let name = header.required("name").flatMap { token($0) }
        let file = header.required("value_file").flatMap { path($0) }
        guard let name, let file else { return nil }
        return .header(name: name, valueFile: file)
    }

    private func readHeaders(_ section: Section) -> [HTTPSource.Header]? {
        let headers = section.names().map { name -> HTTPSource.Header? in
            guard let value = section.required(name), let text = value.word, isHeader(name, value) else { return nil }
            return HTTPSource.Header(name: name, value: text)
        }
        return headers.contains(nil) ? nil : headers.compactMap(\.self)
    }

    private func path(_ value: Value) -> String? { value.word.map { Paths.absolute($0, from: base) } }

    private func token(_ value: Value) -> String? { value.word.flatMap { isHeader($0, value) ? $0 : nil } }

    /// Names of headers as RFC 9110 §5.1 has them, but for those we set ourselves.
    private func isHeader(_ name: String, _ value: Value) -> Bool {
        let isToken =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x21...0x7E).contains(byte) && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
            }
        let own = ["authorization", "host", "content-length", "transfer-encoding", "accept-encoding", "if-none-match"]
        guard isToken, !own.contains(name.lowercased()), value.text?.utf8.allSatisfy({ $0 >= 0x20 }) ?? false else {
            value.refuse(
                "\(name) 不能作为请求头 / \(name) cannot be a header here",
                "用字母和连字符；认证写在 auth / use letters and hyphens; log in by `auth`"
            )
            return false
        }
        return true
    }
}
