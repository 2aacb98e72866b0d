import Glibc

extension UnreadableDelivery {
    static func unreadableBytes(code: CInt, offset: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .system,
            explanation: "读取失败 / cannot read at byte \(offset): \(String(cString: strerror(code)))",
            remedy: "检查磁盘和文件权限 / check the disk and the file's permissions"
        )
    }

    static var emptyFile: UnreadableDelivery {
        UnreadableDelivery(
            .empty,
            explanation: "文件是空的 / the file is empty",
            remedy: "请重新导出 / export it again"
        )
    }

    static func headerMissing(line: Int64, wanted: Int) -> UnreadableDelivery {
        UnreadableDelivery(
            .headerMissing,
            line: line,
            explanation: "第 \(wanted) 行没有列名 / no column names on line \(wanted)",
            remedy: "改正 csv.header_row 或重新导出 / correct csv.header_row, or export again"
        )
    }

    /// - Parameters:
    ///   - wanted: the names the feed maps.
    ///   - nearest: the row that holds most of them; nil where none holds any.
    /// - Returns: the fault of the delivery.
    static func headerNotFound(_ wanted: Set<String>, nearest: HeadingRow?) -> UnreadableDelivery {
        let names = wanted.subtracting(nearest?.names ?? []).sorted().joined(separator: ", ")
        let strange = nearest?.names.filter { !$0.isEmpty && !wanted.contains($0) && !RawRow.isValue($0) } ?? []
        let shown = strange.prefix(12).joined(separator: ", ")
        let others = strange.isEmpty ? "" : "；该行另有 / beside them that row has: \(shown)"
        return UnreadableDelivery(
            .headerMissing,
            line: nearest?.line,
            explanation: "前 \(HeadingRow.lastToLookAt) 行中没有一行含有全部列名，最接近的一行缺少 \(names) / none of the first "
                + "\(HeadingRow.lastToLookAt) rows holds every mapped name; the nearest lacks \(names)\(others)",
            remedy: "核对 columns 中的列名：改了名的写上新名，或写明 header_row / check the names in columns: give a renamed column its "
                + "new name; or give header_row"
        )
    }

    static func headerBroken(line: Int64, _ reason: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .headerBroken,
            line: line,
            explanation: "列名行无法解析 / the line of column names cannot be read: \(reason)",
            remedy: "检查 csv.delimiter、csv.quote 和 csv.header_row / check these three settings against the file"
        )
    }

    /// The name is not told: where a file has no line of names, it is a person's number.
    static func duplicateColumn(_ number: Int, as first: Int, line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .duplicateColumn,
            line: line,
            explanation: "第 \(first) 列与第 \(number) 列同名 / columns \(first) and \(number) bear the same name",
            remedy:
                "请核对 csv.header_row，或请来源单位改名后重新导出 / check csv.header_row, or have the source rename one and export again"
        )
    }

    static func unnamedColumn(_ number: Int, line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .unnamedColumn,
            line: line,
            explanation: "第 \(number) 列没有列名 / column \(number) has no name",
            remedy: "请来源单位补上列名后重新导出 / have the source name it and export again"
        )
    }

    static func otherFormat(_ name: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .otherFormat,
            explanation: "这不是 CSV，而是 \(name) / this is not CSV but \(name)",
            remedy: "请导出为 CSV / export it as CSV"
        )
    }

    static func wrongEncoding(_ explanation: String, line: Int64? = nil, _ remedy: String) -> UnreadableDelivery {
        UnreadableDelivery(.encoding, line: line, explanation: explanation, remedy: remedy)
    }
}
