import CCurl

/// A request in libcurl's options.
struct Options {
    private let request: Request

    /// CURLAUTH_BASIC and CURLAUTH_BEARER, whose casts Swift cannot read.
    private static let (basic, bearer) = (1 << 0, 1 << 6)

    init(_ request: Request) { self.request = request }

    func apply(to handle: borrowing EasyHandle) throws(OptionRefused) {
        try applyAddress(to: handle)
        try applyLimits(to: handle)
        try applyTrust(to: handle)
        try applyCredentials(to: handle)
        try handle.set(CURLOPT_FILETIME, 1)
        switch request.part {
        case .body, .listing: break
        case .names: try handle.set(CURLOPT_DIRLISTONLY, 1)
        case .state: try handle.set(CURLOPT_NOBODY, 1)
        }
    }

    private func applyAddress(to handle: borrowing EasyHandle) throws(OptionRefused) {
        try handle.set(CURLOPT_URL, request.address.text)
        let scheme = request.address.scheme.rawValue
        try handle.set(CURLOPT_PROTOCOLS_STR, scheme)
        try handle.set(CURLOPT_REDIR_PROTOCOLS_STR, scheme)
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        // An empty proxy is none, whatever the environment says.
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        // Signals belong to the daemon.
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_USERAGENT, "docket")
        try handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        // A server that answers as HTTP/0.9 would have neither status nor length.
        try handle.set(CURLOPT_HTTP09_ALLOWED, 0)
        // An FTP server could name another machine for the data.
        try handle.set(CURLOPT_FTP_SKIP_PASV_IP, 1)
    }

    private func applyLimits(to handle: borrowing EasyHandle) throws(OptionRefused) {
        let limits = request.limits
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connect))
        try handle.set(CURLOPT_TIMEOUT_MS, max(1, limits.total))
        try handle.set(CURLOPT_LOW_SPEED_LIMIT, max(1, limits.slowest))
        try handle.set(CURLOPT_LOW_SPEED_TIME, max(1, limits.patience))
        try handle.set(CURLOPT_MAXFILESIZE_LARGE, bytes: max(1, limits.largest))
        try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, limits.total / 1000))
        try handle.set(CURLOPT_TCP_KEEPALIVE, 1)
    }

    private func applyTrust(to handle: borrowing EasyHandle) throws(OptionRefused) {
        let trust = request.trust
        switch request.address.scheme {
        case .http: return
        case .sftp:
            try handle.set(CURLOPT_SSH_KNOWNHOSTS, trust.knownHostsFile ?? "/dev/null")
            return
        case .ftp: guard request.encrypts else { return }
        case .https, .ftps: break
        }
        try handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = trust.authorityFile {
            try handle.set(CURLOPT_CAINFO, file)
            // The system's own would be trusted beside them.
            try handle.set(CURLOPT_CAPATH, pointer: nil)
        }
        if let file = trust.certificateFile { try handle.set(CURLOPT_SSLCERT, file) }
        if let file = trust.keyFile { try handle.set(CURLOPT_SSLKEY, file) }
    }

    private func applyCredentials(to handle: borrowing EasyHandle) throws(OptionRefused) {
        let isSSH = request.address.scheme == .sftp
        switch request.credentials {
        case .none, .header: break
        case .bearer(let token):
            try handle.set(CURLOPT_HTTPAUTH, Self.bearer)
            try handle.set(CURLOPT_XOAUTH2_BEARER, token.text)
        case .password(let user, let password):
            try handle.set(CURLOPT_HTTPAUTH, Self.basic)
            if isSSH { try handle.set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PASSWORD)) }
            try handle.set(CURLOPT_USERNAME, user)
            try handle.set(CURLOPT_PASSWORD, password.text)
        case .key(let user, let file, let passphrase):
            try handle.set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PUBLICKEY))
            try handle.set(CURLOPT_USERNAME, user)
            try handle.set(CURLOPT_SSH_PRIVATE_KEYFILE, file)
            try handle.set(CURLOPT_KEYPASSWD, passphrase.text)
        }
    }
}
