package import Transport

/// A directory on an SFTP or FTP server.
package struct FileServerSource: Equatable, Sendable {
    /// With the directory, and a `/` at its end.
    package var directory: Address
    /// Shell patterns (`fnmatch`) of the file names to take.
    package var files: [String]
    /// Two looks at least so many seconds apart must show the same file.
    package var settleSeconds: Int64
    package var user: String
    package var login: Login
    package var trust: ServerTrust
    /// Of FTP: whether the connection is encrypted.
    package var encrypts: Bool
    /// For one transfer, in seconds.
    package var timeoutSeconds: Int64
    /// Bytes of one file.
    package var largest: Int64

    package enum Login: Equatable, Sendable {
        case password(file: String)
        /// The passphrase's file is nil where the key has none.
        case key(file: String, passphraseFile: String?)
    }

    package init(
        directory: Address,
        files: [String],
        settleSeconds: Int64 = 5,
        user: String,
        login: Login,
        trust: ServerTrust = ServerTrust(),
        encrypts: Bool = true,
        timeoutSeconds: Int64 = 900,
        largest: Int64 = 2 << 30
    ) {
        self.directory = directory
        self.files = files
        self.settleSeconds = settleSeconds
        self.user = user
        self.login = login
        self.trust = trust
        self.encrypts = encrypts
        self.timeoutSeconds = timeoutSeconds
        self.largest = largest
    }
}
