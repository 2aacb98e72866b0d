package import Transport

/// A resource on an HTTP server, in one piece or in pages that follow each other.
package struct HTTPSource: Equatable, Sendable {
    package var address: Address
    package var paging: HTTPPaging
    package var authentication: HTTPAuthentication
    package var headers: [Header]
    package var trust: ServerTrust
    /// For one transfer, in seconds.
    package var timeoutSeconds: Int64
    /// Bytes of one page.
    package var largest: Int64

    package struct Header: Equatable, Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        _ address: Address,
        paging: HTTPPaging = .none,
        authentication: HTTPAuthentication = .none,
        headers: [Header] = [],
        trust: ServerTrust = ServerTrust(),
        timeoutSeconds: Int64 = 900,
        largest: Int64 = 256 << 20
    ) {
        self.address = address
        self.paging = paging
        self.authentication = authentication
        self.headers = headers
        self.trust = trust
        self.timeoutSeconds = timeoutSeconds
        self.largest = largest
    }
}

/// How we say to an HTTP server who we are. Secrets stand in files, never in the settings.
package enum HTTPAuthentication: Equatable, Sendable {
    case none
    case bearer(file: String)
    case basic(user: String, passwordFile: String)
    case header(name: String, valueFile: String)
}
