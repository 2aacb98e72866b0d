/// How we say who we are.
package enum Credentials: Sendable {
    /// `Authorization: Bearer …` (RFC 6750).
    case bearer(Secret)
    /// Name and password: HTTP's basic authentication (RFC 7617), FTP's and SSH's login.
    case password(user: String, Secret)
    /// A header of the server's own, such as `X-Api-Key`.
    case header(name: String, Secret)
    /// SSH's login with a private key; the passphrase is empty where the key has none.
    case key(user: String, file: String, passphrase: Secret)
}
