import CCurl

/// Where a resource is: a URL that names scheme and host, and neither user nor password.
package struct Address: Hashable, Sendable {
    /// The whole URL.
    package let text: String
    package let scheme: Scheme
    /// Lower case.
    package let host: String
    /// The port, also where the URL leaves it to the scheme.
    package let port: Int
    /// What people and logs are shown: without the query, in which some servers want secrets.
    package let shown: String

    /// The protocols we speak, named as URLs do.
    package enum Scheme: String, Sendable, CaseIterable { case http, https, sftp, ftp, ftps }

    /// - Returns: nil where the text is no such URL.
    package init?(_ text: String) {
        // A control character would be a header of its own; libcurl refuses some of them only.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let url = URLParts(text) else { return nil }
        self.init(url)
    }

    /// A link as it stands in an answer from `base`: whole, or relative to it.
    package init?(_ link: String, from base: Address) {
        guard link.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let url = URLParts(link, from: base.text) else {
            return nil
        }
        self.init(url)
    }

    private init?(_ url: borrowing URLParts) {
        guard let scheme = url[CURLUPART_SCHEME].flatMap({ Scheme(rawValue: $0.lowercased()) }),
            let host = url[CURLUPART_HOST], !host.isEmpty,
            let port = url[CURLUPART_PORT].flatMap({ Int($0) }), (1...65535).contains(port),
            url[CURLUPART_USER] == nil, url[CURLUPART_PASSWORD] == nil, let whole = url[CURLUPART_URL]
        else { return nil }
        text = whole
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        shown = "\(scheme.rawValue)://\(host):\(port)\(url[CURLUPART_PATH] ?? "/")"
    }

    /// The same with parameters added to its query, in place of those of the same names.
    ///
    /// - Returns: nil where a value cannot stand in a URL.
    package func adding(_ parameters: [(name: String, value: String)]) -> Address? {
        guard let url = URLParts(text) else { return nil }
        let names = Set(parameters.map { Self.encoded($0.name) })
        var query = (url[CURLUPART_QUERY] ?? "").split(separator: "&").map(String.init)
        query.removeAll { names.contains(String($0.prefix { $0 != "=" })) }
        query += parameters.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
        guard url.set(CURLUPART_QUERY, query.joined(separator: "&")), let whole = url[CURLUPART_URL] else { return nil }
        return Address(whole)
    }

    /// The address of something beneath this one, such as a file in a directory.
    package func appending(_ name: String, isDirectory: Bool = false) -> Address? {
        guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else { return nil }
        return Address(text + (text.hasSuffix("/") ? "" : "/") + Self.encoded(name) + (isDirectory ? "/" : ""))
    }

    /// Everything but what RFC 3986 calls unreserved is written as `%` and two digits.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
