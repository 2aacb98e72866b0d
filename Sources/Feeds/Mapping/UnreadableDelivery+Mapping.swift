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

    /// - Parameters:
    ///   - names: the columns the feed maps and the file lacks.
    ///   - line: where the file's names stand.
    ///   - strange: names of the file the feed does not speak of: one may be a missing one that was renamed.
    ///   - likely: why they may be missing.
    /// - Returns: the fault of the delivery.
    static func missingColumns(
        _ names: [String],
        line: Int64,
        strange: [String] = [],
        likely: MissingColumnCause = .renamed
    ) -> UnreadableDelivery {
        let list = names.joined(separator: ", ")
        let others = ShownText.blankingNumbers(strange.prefix(mostStrange).joined(separator: ", "))
        let shown = others.isEmpty ? "" : "；文件另有未声明的列 / the file has others the feed does not know: \(others)"
        return UnreadableDelivery(
            .missingColumns,
            line: line,
            explanation: "缺少列 / columns are missing: \(list)\(shown)",
            remedy: likely.remedy
        )
    }

    private static let mostStrange = 12

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
