import CCurl

/// libcurl's own reading of a URL, so that we never judge another host than the one it will call.
struct URLParts: ~Copyable {
    private let raw: OpaquePointer

    /// Nil where libcurl cannot read the text.
    ///
    /// - Parameters:
    ///   - text: a URL that names its scheme, or a link.
    ///   - base: where the link stood; nil where the text is a whole URL.
    init?(_ text: String, from base: String? = nil) {
        guard let raw = curl_url() else { return nil }
        for part in [base, text].compactMap(\.self) {
            guard !part.isEmpty, curl_url_set(raw, CURLUPART_URL, part, 0) == CURLUE_OK else {
                curl_url_cleanup(raw)
                return nil
            }
        }
        self.raw = raw
    }

    deinit { curl_url_cleanup(raw) }

    borrowing func set(_ part: CURLUPart, _ value: String) -> Bool {
        curl_url_set(raw, part, value.isEmpty ? nil : value, 0) == CURLUE_OK
    }

    /// A part as it stands in the URL, or a port as the scheme has it; nil where it is absent.
    subscript(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(raw, part, &text, part == CURLUPART_PORT ? UInt32(CURLU_DEFAULT_PORT) : 0) == CURLUE_OK,
            let text
        else { return nil }
        defer { curl_free(text) }
        return String(validatingCString: text)
    }
}
