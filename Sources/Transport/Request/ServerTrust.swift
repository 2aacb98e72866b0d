/// By what the server is known to be the right one, and we to it where it asks for a certificate.
package struct ServerTrust: Equatable, Sendable {
    /// PEM file of the authorities to trust, in place of the system's; nil trusts those of the system.
    package var authorityFile: String?
    /// PEM file of our certificate; nil where we show none.
    package var certificateFile: String?
    /// PEM file of the certificate's key.
    package var keyFile: String?
    /// SSH's `known_hosts`: a server whose key does not stand there is refused.
    package var knownHostsFile: String?

    package init(
        authorityFile: String? = nil,
        certificateFile: String? = nil,
        keyFile: String? = nil,
        knownHostsFile: String? = nil
    ) {
        self.authorityFile = authorityFile
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.knownHostsFile = knownHostsFile
    }
}
