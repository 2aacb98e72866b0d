/// What is asked of which server.
package struct Request: Sendable {
    /// Without user and password in it.
    package var address: Address
    /// What of the resource is wanted.
    package var part: Part
    package var headers: [(name: String, value: String)]
    package var credentials: Credentials?
    package var trust: ServerTrust
    package var limits: TransferLimits
    /// Of FTP: whether all that is said and sent is encrypted (RFC 4217), and nothing is sent where it cannot be.
    package var encrypts: Bool

    /// What of a resource is wanted.
    package enum Part: Sendable {
        /// Its bytes.
        case body
        /// A directory's entries as the server shows them to people, one a line.
        case listing
        /// The bare names in a directory, one a line.
        case names
        /// A file's size and time of change, without its bytes.
        case state
    }

    package init(
        _ address: Address,
        part: Part = .body,
        headers: [(name: String, value: String)] = [],
        credentials: Credentials? = nil,
        trust: ServerTrust = ServerTrust(),
        limits: TransferLimits = TransferLimits(),
        encrypts: Bool = true
    ) {
        self.address = address
        self.part = part
        self.headers = headers
        self.credentials = credentials
        self.trust = trust
        self.limits = limits
        self.encrypts = encrypts
    }
}
