import CCurl

/// What libcurl and HTTP say, told as our faults.
extension TransportFault {
    /// - Throws: `TransportFault` where libcurl does not take an option.
    static func refusing(_ request: Request, _ body: () throws(OptionRefused) -> Void) throws(TransportFault) {
        do throws(OptionRefused) { try body() } catch {
            let word = String(cString: curl_easy_strerror(error.code))
            throw TransportFault(.unusable, place: request.address.shown, detail: "option \(error.option): \(word)")
        }
    }

    /// Throws unless the request succeeded.
    static func check(
        _ code: CURLcode,
        words: [CChar],
        _ response: Response,
        _ transfer: Transfer,
        _ request: Request,
        retryAfter: Int64?
    ) throws {
        let place = request.address.shown
        switch transfer.breach {
        case .cancelled: throw CancellationError()
        case .sink(let error): throw error
        case .tooLarge:
            throw TransportFault(.tooLarge, place: place, detail: "> \(request.limits.largest)")
        case .encoded(let encoding): throw TransportFault(.encoded, place: place, detail: line(encoding))
        case .unknownHost: throw TransportFault(.unknownHost, place: place, detail: request.trust.knownHostsFile ?? "")
        case .changedHost: throw TransportFault(.changedHost, place: place, detail: request.trust.knownHostsFile ?? "")
        case .none: break
        }
        if Task.isCancelled { throw CancellationError() }
        // What the server answered says more than that the page with the error was too long.
        if code == CURLE_OK || code == CURLE_WRITE_ERROR, let cause = cause(ofStatus: response.status) {
            throw TransportFault(cause, place: place, detail: "HTTP \(response.status)", retryAfter: retryAfter)
        }
        guard code != CURLE_OK else { return }
        let told = words.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        let detail = told.isEmpty ? String(cString: curl_easy_strerror(code)) : told
        // libcurl says so, too, of an answer that is no HTTP/1.
        let isNoHTTP = code == CURLE_UNSUPPORTED_PROTOCOL && request.address.scheme == .http
        throw TransportFault(isNoHTTP ? .other : cause(of: code), place: place, detail: line(detail))
    }

    private static func cause(ofStatus status: Int) -> Cause? {
        switch status {
        case 0, 200, 204, 304: nil
        case 301, 302, 303, 307, 308: .redirected
        case 401, 403, 407: .denied
        case 404, 410: .missing
        case 408: .tooSlow
        case 429, 503: .busy
        case 400..<500: .refused
        case 500...: .serverFault
        default: .refused
        }
    }

    private static func cause(of code: CURLcode) -> Cause {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_FTP_CANT_GET_HOST, CURLE_FTP_ACCEPT_FAILED:
            .unreachable
        case CURLE_OPERATION_TIMEDOUT, CURLE_FTP_ACCEPT_TIMEOUT: .tooSlow
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSH, CURLE_AGAIN, CURLE_FTP_WEIRD_PASV_REPLY:
            .brokenOff
        case CURLE_FILESIZE_EXCEEDED: .tooLarge
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            .untrusted
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .denied
        case CURLE_REMOTE_FILE_NOT_FOUND, CURLE_FTP_COULDNT_RETR_FILE: .missing
        case CURLE_REMOTE_ACCESS_DENIED: .forbidden
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_NOT_BUILT_IN, CURLE_UNSUPPORTED_PROTOCOL, CURLE_FAILED_INIT, CURLE_OUT_OF_MEMORY:
            .unusable
        default: .other
        }
    }

    /// One line of printable text: what comes from a server goes into logs and letters.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(300).map { scalar in
                    scalar.properties.generalCategory == .control ? " " : scalar
                }
            )
        )
    }
}
