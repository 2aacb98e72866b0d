import CCurl

/// libcurl's handle of one transfer after another; it keeps its connections open between them.
struct EasyHandle: ~Copyable {
    let raw: UnsafeMutableRawPointer

    /// libcurl must be started once and before any other thread uses it.
    private static let isStarted = docket_curl_start() == CURLE_OK

    /// Nil where there is no memory for it.
    init?() {
        guard Self.isStarted, let raw = curl_easy_init() else { return nil }
        self.raw = raw
    }

    deinit { curl_easy_cleanup(raw) }

    /// Forgets all options; connections, names resolved and TLS sessions stay.
    func reset() { curl_easy_reset(raw) }

    /// Sets an option that is a number, a switch or a set of bits.
    func set(_ option: CURLoption, _ value: Int) throws(OptionRefused) {
        try check(docket_curl_set_long(raw, option, value), option)
    }

    /// Sets an option that is a number of bytes.
    func set(_ option: CURLoption, bytes: Int64) throws(OptionRefused) {
        try check(docket_curl_set_offset(raw, option, curl_off_t(bytes)), option)
    }

    /// Sets an option that is a text, of which libcurl makes its own copy.
    func set(_ option: CURLoption, _ value: String) throws(OptionRefused) {
        // A NUL would cut the text short without a word.
        guard !value.utf8.contains(0) else {
            throw OptionRefused(option: option.rawValue, code: CURLE_BAD_FUNCTION_ARGUMENT)
        }
        try check(docket_curl_set_string(raw, option, value), option)
    }

    /// Sets an option that is an address of ours, which must outlast the transfer.
    func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer?) throws(OptionRefused) {
        try check(docket_curl_set_pointer(raw, option, pointer), option)
    }

    func check(_ code: CURLcode, _ option: CURLoption) throws(OptionRefused) {
        guard code == CURLE_OK else { throw OptionRefused(option: option.rawValue, code: code) }
    }

    /// A number libcurl noted of the transfer; nil where it has none.
    func number(_ info: CURLINFO) -> Int? {
        var value = 0
        return docket_curl_get_long(raw, info, &value) == CURLE_OK ? value : nil
    }

    /// A number of bytes or seconds libcurl noted of the transfer; nil where it has none.
    func offset(_ info: CURLINFO) -> Int64? {
        var value: curl_off_t = -1
        guard docket_curl_get_offset(raw, info, &value) == CURLE_OK, value >= 0 else { return nil }
        return Int64(value)
    }
}

/// The libcurl at hand does not know an option, or not this value of it: it was built without what is asked for.
struct OptionRefused: Error {
    let option: UInt32
    let code: CURLcode
}
