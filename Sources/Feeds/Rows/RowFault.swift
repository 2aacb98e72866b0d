import Model

/// Why something within a document is no row, before it is known where it stands.
struct RowFault: Error {
    let reason: RowRejection.Reason
    let column: String?
    let explanation: String

    init(_ reason: RowRejection.Reason, _ column: String?, _ explanation: String) {
        self.reason = reason
        self.column = column
        self.explanation = explanation
    }

    static let formulaWithoutResult = RowFault(
        .shape,
        nil,
        "公式没有保存计算结果，请用表格软件打开并保存后再交付 / a formula without its result; open the file in a spreadsheet program, "
            + "save it, and deliver it again"
    )

    static func tooLong(_ limits: RowLimits) -> RowFault {
        RowFault(
            .tooLong,
            nil,
            "单元格超过 \(limits.cell) 字节或整行超过 \(limits.row) 字节 / a cell above \(limits.cell) or a row above "
                + "\(limits.row) bytes"
        )
    }
}
