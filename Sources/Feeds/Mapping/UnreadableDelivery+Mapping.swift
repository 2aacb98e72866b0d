import Model

extension UnreadableDelivery {
    static func definition(_ explanation: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .definition,
            explanation: explanation,
            remedy: "改正 feed 的定义 / correct the definition of the feed"
        )
    }

    /// - Parameters:
    ///   - most: how many rows may be rejected where fewer are sound.
    ///   - last: the one that was too many, which shows what may be wrong.
    /// - Returns: the fault of the delivery.
    static func tooManyRejected(_ most: Int64, _ last: RowRejection) -> UnreadableDelivery {
        UnreadableDelivery(
            .rejected,
            line: last.line,
            explanation:
                "退回的行超过 \(most)，且多于可存的行，例如 / more than \(most) rows are rejected, and more than are sound, such "
                + "as this one: \(last.explanation)",
            remedy:
                "改正 feed 的定义后重放，或请来源单位重新导出 / correct the definition of the feed and replay it, or have the source export it "
                + "again"
        )
    }

    static func missingColumns(_ names: [String], header: SourceHeader) -> UnreadableDelivery {
        let list = names.joined(separator: ", ")
        let remedy =
            header.looksLikeUTF8
            ? "文件像是 UTF-8，请核对 csv.encoding / the file looks like UTF-8: check csv.encoding"
            : "核对 columns 与列名，或请来源单位补齐 / check `columns` against the header, or have the source export them"
        return UnreadableDelivery(
            .missingColumns,
            line: header.line,
            explanation: "缺少列 / columns are missing: \(list)",
            remedy: remedy
        )
    }

    static func unknownColumns(_ names: [String], line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .unknownColumns,
            line: line,
            explanation:
                "有未声明的列 / columns the feed does not know: \(ShownText.blankingNumbers(names.joined(separator: ", ")))",
            remedy: "写入 columns 或 ignore，或设 unknown_columns: ignore / name them in `columns` or `ignore`, "
                + "or set `unknown_columns: ignore`"
        )
    }
}
