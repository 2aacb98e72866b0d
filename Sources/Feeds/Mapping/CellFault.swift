import Model

/// Why one cell could not become a field.
struct CellFault: Error {
    let reason: RowRejection.Reason
    let explanation: String

    init(_ reason: RowRejection.Reason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }

    init(_ fault: TextFault, encoding: String) {
        switch fault.kind {
        case .undecodable:
            self.init(
                .encoding,
                "第 \(fault.offset + 1) 字节不是 \(encoding) 文字 / byte \(fault.offset + 1) is no \(encoding) text"
            )
        case .control:
            self.init(
                .binary,
                "第 \(fault.offset + 1) 字节是控制字符 / byte \(fault.offset + 1) is a control character"
            )
        }
    }

    /// The text for an explanation, cut short; hidden where it may be a number that names a person.
    static func shown(_ text: Span<UInt8>) -> String {
        var digits = 0
        for index in text.indices where 0x30...0x39 ~= text[index] { digits += 1 }
        guard digits < 11 else { return "…" }
        let text = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return text.count > 24 ? "\(text.prefix(24))…" : text
    }
}
