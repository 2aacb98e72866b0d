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
        case .garbled:
            self.init(
                .encoding,
                "乱码，来源在导出前已用错编码，请重新导出 / garbled: decoded wrongly before it was exported, have the source export it anew"
            )
        case .control:
            self.init(
                .binary,
                "第 \(fault.offset + 1) 字节是控制字符 / byte \(fault.offset + 1) is a control character"
            )
        }
    }
}
