extension Instant {
    /// China time to the minute, such as `2025-03-01 08:30`.
    package var chinaMinuteText: String {
        text { $0.append(to: &$1, offset: ChinaTime.offset, separator: UInt8(ascii: " "), seconds: false) }
    }

    /// China time to the second, such as `2025-03-01 08:30:15`.
    package var chinaSecondText: String {
        text { $0.append(to: &$1, offset: ChinaTime.offset, separator: UInt8(ascii: " "), seconds: true) }
    }

    /// RFC 3339 in China time, such as `2025-03-01T08:30:15+08:00`, with a fraction only where there is one.
    package var chinaRFC3339Text: String {
        text { instant, bytes in
            instant.append(to: &bytes, offset: ChinaTime.offset, separator: UInt8(ascii: "T"), seconds: true)
            instant.appendFraction(to: &bytes)
            bytes.append(contentsOf: "+08:00".utf8)
        }
    }

    /// RFC 3339 in UTC, such as `2025-03-01T00:30:15Z`, with a fraction only where there is one.
    package var utcText: String {
        text { $0.appendUTC(to: &$1) }
    }

    /// Appends `utcText`.
    package func appendUTC(to bytes: inout [UInt8]) {
        append(to: &bytes, offset: 0, separator: UInt8(ascii: "T"), seconds: true)
        appendFraction(to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
    }

    private func text(_ write: (Instant, inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        write(self, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(to bytes: inout [UInt8], offset: Int, separator: UInt8, seconds: Bool) {
        let (day, microseconds) = local(offset: offset)
        let second = UInt64(microseconds.magnitude) / 1_000_000
        day.append(to: &bytes)
        bytes.append(separator)
        Digits.append(second / 3600, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Digits.append(second / 60 % 60, width: 2, to: &bytes)
        guard seconds else { return }
        bytes.append(UInt8(ascii: ":"))
        Digits.append(second % 60, width: 2, to: &bytes)
    }

    private func appendFraction(to bytes: inout [UInt8]) {
        let remainder = microseconds % 1_000_000
        var fraction = UInt64((remainder < 0 ? remainder + 1_000_000 : remainder).magnitude)
        guard fraction > 0 else { return }
        var width = 6
        while fraction.isMultiple(of: 10) {
            fraction /= 10
            width -= 1
        }
        bytes.append(UInt8(ascii: "."))
        Digits.append(fraction, width: width, to: &bytes)
    }
}
