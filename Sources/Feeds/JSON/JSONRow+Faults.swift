import Model

/// Why a row of JSON is none.
extension JSONRow {
    func unknown(_ name: Span<UInt8>) -> RowFault {
        let bytes = name.extracting(first: min(60, name.count))
        let shown = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return RowFault(
            .unknownColumn,
            shown,
            "有未声明的名称，写入 columns 或 ignore，或设 unknown_columns: ignore / "
                + "a name the feed does not know: put it in `columns` or `ignore`, or set `unknown_columns: ignore`"
        )
    }

    func loneSurrogate(_ column: Int?) -> RowFault {
        RowFault(
            .encoding,
            column.map { columns.names[$0] },
            "\\u 转义不成字符 / an escape that is half a character"
        )
    }
}
