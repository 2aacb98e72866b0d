import Model

/// The sentences for rows whose shape is broken.
enum ShapeFault {
    static func explanation(
        of reason: RowRejection.Reason,
        found: Int = 0,
        width: Int = 0,
        _ limits: RowLimits = .standard
    ) -> String {
        switch reason {
        case .fieldCount where found > 0:
            "有 \(found) 列，应有 \(width) 列 / \(found) fields where the header has \(width)"
        case .fieldCount:
            "超过 \(limits.columns) 列 / more than \(limits.columns) fields"
        case .unclosedQuote:
            "引号没有结束 / a quote is opened and never closed"
        case .strayQuote:
            "引号出现在字段中间 / a quote stands inside an unquoted field, or text follows a closing quote"
        case .tooLong:
            "单元格超过 \(limits.cell) 字节或整行超过 \(limits.row) 字节 / a cell above \(limits.cell) or a row above "
                + "\(limits.row) bytes"
        case .cutOff:
            "文件在此行中断，没有换行 / the file ends in this line, which has no end of its own"
        case .binary:
            "含有空字符 / a NUL byte, which no text holds"
        default:
            "整行无法解析 / the row cannot be read"
        }
    }
}
