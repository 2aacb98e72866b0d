import CCurl

/// What a server answered, apart from the bytes of the body.
package struct Response: Equatable, Sendable {
    /// HTTP's status; 0 where the protocol has none.
    package var status: Int
    /// The headers of an HTTP answer that anybody here reads, by name in lower case.
    package var headers: [String: String]
    /// Bytes of the resource as the server states them; nil where it does not.
    package var size: Int64?
    /// When the resource was last changed, in seconds since 1970 UTC; nil where the server does not say.
    package var modified: Int64?
    /// Bytes of body that came.
    package var received: Int64

    /// HTTP 304: what was asked about is as it was.
    package var isUnchanged: Bool { status == 304 }

    /// Whether a body broken off would have been noticed: its length was stated, or it came in chunks, of which the
    /// last is marked. A body that ends with the connection looks whole wherever it ends.
    package var isFramed: Bool {
        status == 0 || size != nil || headers["transfer-encoding"]?.lowercased().contains("chunked") == true
    }

    /// HTTP's `Date` (RFC 9110 §6.6.1) in seconds since 1970 UTC.
    package var date: Int64? { headers["date"].flatMap(HTTPDate.seconds) }
}

/// Dates as HTTP headers write them.
package enum HTTPDate {
    /// Seconds since 1970 UTC; nil where the text is no date.
    package static func seconds(_ text: String) -> Int64? {
        guard text.utf8.count < 64 else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Int64(seconds)
    }
}
