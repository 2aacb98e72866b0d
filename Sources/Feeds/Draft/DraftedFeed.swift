package import Model
package import Settings

/// The file of a feed as it is proposed for a file nobody described yet.
package struct DraftedFeed: Sendable {
    /// The whole text.
    package let text: String
    /// What a person must still decide.
    package let open: [Remark]
    /// What a person should know.
    package let notes: [Remark]
    package let kind: Kind
    /// What the feed is called.
    package let name: String

    /// What the draft takes from its surroundings.
    package struct Circumstances: Sendable {
        /// What the feed is to be called; nil to name it after the file.
        package var name: String?
        /// The last part of the file's path.
        package var fileName: String
        /// Nil where it is not known.
        package var region: Int32?
        package var law: Law
        /// The unit of alcohol, where the file names none.
        package var unit: String?
        package var wording: Remark.Wording

        package init(
            name: String?,
            fileName: String,
            region: Int32?,
            law: Law,
            unit: String? = nil,
            wording: Remark.Wording = .both
        ) {
            (self.name, self.fileName, self.region, self.law) = (name, fileName, region, law)
            (self.unit, self.wording) = (unit, wording)
        }
    }

    /// - Parameters:
    ///   - sample: what was found in the file.
    ///   - synonyms: by which its columns are known.
    ///   - kind: which it is; nil to take the one that explains it best.
    ///   - circumstances: all else.
    /// - Throws: `UnreadableDelivery` where no kind was named and none explains the file: a guess would mislead.
    package init(
        _ sample: TableSample,
        _ synonyms: Synonyms,
        kind: Kind?,
        _ circumstances: Circumstances
    ) throws(UnreadableDelivery) {
        let proposals = KindSearch(sample, synonyms).proposals()
        guard let wanted = KindSearch.choice(among: proposals, kind: kind) else {
            throw .unknownKind(sample.columns.map(\.name))
        }
        let columns = DraftedColumns(
            wanted,
            law: circumstances.law,
            unit: circumstances.unit,
            wording: circumstances.wording
        )
        let others = proposals.filter { $0.kind != wanted.kind && !$0.matches.isEmpty }.prefix(2)
        let name = circumstances.name ?? FeedNaming.name(of: circumstances.fileName, kind: wanted.kind)
        let head = DraftedHead(sample, wanted, others: Array(others), circumstances, name: name)
        var lines = head.lines + ["columns:"] + columns.lines
        lines += Self.ignored(wanted.unmapped + columns.held, circumstances.wording)
        lines.append("unknown_columns: refuse")
        text = lines.joined(separator: "\n") + "\n"
        let unknown = Remark(
            "没有认出任何列，请在 synonyms.yaml 中补充这些列名，或逐列写明",
            "no column was recognised: add these names to synonyms.yaml, or write the columns yourself"
        )
        open =
            (wanted.matches.isEmpty ? [unknown] : []) + head.open + columns.open + Self.loneRows(sample)
            + Self.goingOn(sample)
        notes = DraftNotes(sample, fileName: circumstances.fileName).remarks
        self.kind = wanted.kind
        self.name = name
    }

    /// Rows that hardly are records, and would be rejected.
    private static func loneRows(_ sample: TableSample) -> [Remark] {
        guard let line = sample.firstLoneLine else { return [] }
        return [
            Remark(
                "有 \(sample.loneRows) 行只有一格有字(首见于第 \(line) 行)：若是页脚、说明，写入 skip_rows；若是分节标题，用 section_column",
                "rows with text in one cell only: \(sample.loneRows), first on line \(line): name notes and footers in skip_rows; for headings of sections use section_column"
            )
        ]
    }

    /// Rows that are taken for the rest of the row before.
    private static func goingOn(_ sample: TableSample) -> [Remark] {
        guard let layout = sample.format.layout, let columns = layout.continuation?.whenEmpty, sample.goingOn > 0 else {
            return []
        }
        let name = columns.joined(separator: "、")
        return [
            Remark(
                "有 \(sample.goingOn) 行没有 \(name)，拟作上一行的续行(continuation)并补上其值，请核对；若是缺漏，删去 continuation",
                "rows without \(name): \(sample.goingOn); they are drafted to go on with the row before (continuation) and take its values: check it, and remove continuation where values are merely missing"
            )
        ]
    }

    /// Columns that fill no field, each with a masked value.
    private static func ignored(_ columns: [ColumnEvidence], _ wording: Remark.Wording) -> [String] {
        guard !columns.isEmpty else { return [] }
        let remark = Remark(
            "没有对应字段的列（示例已遮盖）。有用的移到 columns，其余在此忽略",
            "columns that fill no field, with a masked value; move to columns what is of use"
        )
        let samples = columns.map { evidence in
            DraftedLine.comment("  \(evidence.column.name): " + (evidence.masked ?? Remark("空", "empty").text(wording)))
        }
        return remark.paragraphs(wording).flatMap { DraftedLine.comment($0) } + samples.flatMap { $0 }
            + DraftedLine.setting("ignore: \(YAMLText.list(columns.map(\.column.name)))")
    }
}

extension UnreadableDelivery {
    /// No column bears a name of something a record of any kind cannot be without.
    fileprivate static func unknownKind(_ columns: [String]) -> UnreadableDelivery {
        let shown = columns.prefix(20).map { String($0.prefix(40)) }.joined(separator: ", ")
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        return UnreadableDelivery(
            .missingColumns,
            explanation:
                "由列名看不出是哪一种记录 / its columns do not tell which kind of record it holds: \(shown)\(columns.count > 20 ? ", …" : "")",
            remedy:
                "用 --kind 指明种类，或在 synonyms.yaml 中补充这些列名 / name the kind by --kind, or add these names to synonyms.yaml; --kind: \(kinds)"
        )
    }
}
