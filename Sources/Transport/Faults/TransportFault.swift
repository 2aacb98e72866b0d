/// Why a transfer came to nothing. Nothing of what came before is to be kept.
package struct TransportFault: Error, Equatable, Sendable {
    package let cause: Cause
    /// The URL without its query, or what stands for it.
    package let place: String
    /// The library's or the server's own word for it, in one line; it names no secret.
    package let detail: String
    /// Seconds after which the server asks to be called again; nil where it says nothing.
    package let retryAfter: Int64?

    package enum Cause: Sendable, CaseIterable {
        /// No connection: the name is unknown, nobody listens, the network is down.
        case unreachable
        /// It took longer than allowed, or went slower.
        case tooSlow
        /// The connection broke before everything was there.
        case brokenOff
        /// The server asks for patience (HTTP 429, 503).
        case busy
        /// The server failed (other HTTP 5xx).
        case serverFault
        case tooLarge
        /// The certificate is not one we trust, or TLS could not be agreed on.
        case untrusted
        /// The SSH server's key does not stand in `known_hosts`.
        case unknownHost
        /// The SSH server's key is another than in `known_hosts`.
        case changedHost
        /// Name, password, key or token are not accepted (HTTP 401, 403).
        case denied
        /// A file or directory may not be read, or a directory is not there: some servers do not tell which.
        case forbidden
        /// There is no such thing there (HTTP 404, 410).
        case missing
        /// The server sends us elsewhere.
        case redirected
        /// The request itself is refused (other HTTP 4xx).
        case refused
        /// The body is packed though none was asked for.
        case encoded
        /// Nothing says where the body ends, so half of it would look whole.
        case unframed
        /// A file of ours that is needed, such as a key, cannot be used, or the library lacks something.
        case unusable
        case other
    }

    package init(_ cause: Cause, place: String, detail: String, retryAfter: Int64? = nil) {
        self.cause = cause
        self.place = place
        self.detail = detail
        self.retryAfter = retryAfter
    }

    /// Whether the same may succeed later without anybody changing anything.
    package var isTransient: Bool {
        switch cause {
        case .unreachable, .tooSlow, .brokenOff, .busy, .serverFault: true
        default: false
        }
    }

    /// Whether the server is there and may well answer in a moment.
    package var isMomentary: Bool { isTransient && cause != .unreachable }
}

extension TransportFault: CustomStringConvertible {
    package var description: String {
        "\(place): \(cause.chinese)\(detail.isEmpty ? "" : " (\(detail))") / \(cause.english)"
    }
}

extension TransportFault.Cause {
    fileprivate var chinese: String {
        switch self {
        case .unreachable: "连接不上，稍后自动重试；请检查网络、地址和端口"
        case .tooSlow: "超时或太慢，稍后自动重试；长期如此请调大 timeout"
        case .brokenOff: "传输中断，未采用，稍后自动重试"
        case .busy: "服务器要求稍后再来，将自动重试"
        case .serverFault: "服务器出错，稍后自动重试；长期如此请联系对方"
        case .tooLarge: "超过大小上限；请分批导出，或调大 max_bytes"
        case .untrusted: "证书不可信或TLS协商失败；请核对 ca_file 与对方证书"
        case .unknownHost: "主机密钥不在 known_hosts 中；用 ssh-keyscan 取得，经另一途径与对方核对指纹后加入"
        case .changedHost: "主机密钥与 known_hosts 不符，可能有人冒充；请向对方核实"
        case .denied: "认证被拒绝；请更换凭据或请对方授权"
        case .forbidden: "没有读取权限，或没有此目录；请核对 directory 并请对方授权"
        case .missing: "对方没有此路径；请核对 url 或 directory"
        case .redirected: "服务器要求转到别处，不予跟随；请把 url 改为最终地址"
        case .refused: "服务器拒绝此请求；请核对 url 与参数"
        case .encoded: "正文被压缩或另行编码，无法核对是否完整；请对方原样发送"
        case .unframed: "服务器没有给出正文长度，无法核对是否完整；请对方发送 Content-Length 或分块"
        case .unusable: "本机的证书、密钥文件或 libcurl 不可用；请检查文件与权限"
        case .other: "传输失败；请按说明检查设置"
        }
    }

    fileprivate var english: String {
        switch self {
        case .unreachable: "cannot be reached, will be tried again; check network, address and port"
        case .tooSlow: "took too long or came too slowly, will be tried again; raise `timeout` if it stays so"
        case .brokenOff: "the transfer broke off and was not used, it will be tried again"
        case .busy: "the server asks for patience, it will be tried again"
        case .serverFault: "the server failed, it will be tried again; tell its keeper if it stays so"
        case .tooLarge: "larger than allowed; have it exported in parts, or raise `max_bytes`"
        case .untrusted: "the certificate is not trusted or TLS failed; check `ca_file` and the server's certificate"
        case .unknownHost:
            "the host key is not in known_hosts; get it with ssh-keyscan, compare its fingerprint with the keeper by another way, and add it"
        case .changedHost:
            "the host key is another than in known_hosts, somebody may pose as the server; ask its keeper"
        case .denied: "login was refused; renew the credentials or have the right granted"
        case .forbidden: "may not be read, or there is no such directory; check `directory`, and have the right granted"
        case .missing: "there is no such path; check `url` or `directory`"
        case .redirected: "the server sends elsewhere, which is not followed; write the final address as `url`"
        case .refused: "the server refuses the request; check `url` and parameters"
        case .encoded: "the body comes packed, so half of it would look whole; have it sent as it is"
        case .unframed:
            "the server does not say how long the body is, so half of it would look whole; have it send Content-Length or chunks"
        case .unusable:
            "a certificate or key file of ours, or libcurl itself, cannot be used; check files and permissions"
        case .other: "the transfer failed; check the settings"
        }
    }
}
