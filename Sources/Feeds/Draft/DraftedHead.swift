import Model
import Settings

/// The lines of a drafted feed above `columns`: what it is, where it comes from, how it is written.
struct DraftedHead {
    let sample: TableSample
    let proposal: KindProposal
    let others: [KindProposal]
    let circumstances: DraftedFeed.Circumstances

    init(
        _ sample: TableSample,
        _ proposal: KindProposal,
        others: [KindProposal],
        _ circumstances: DraftedFeed.Circumstances
    ) {
        (self.sample, self.proposal, self.others, self.circumstances) = (sample, proposal, others, circumstances)
    }

    var lines: [String] {
        let name = circumstances.name
        let mapped = "\(proposal.matches.count)/\(sample.columns.count)"
        let ending = self.ending
        var lines = [
            remark(
                "由 docket feed draft 按一个导出文件拟出，请逐项核对，再运行 docket config check 与 docket feed try",
                "drafted from one export by docket feed draft; check every line, then run docket config check and docket feed try"
            ),
            remark(
                "文件：\(sample.rows) 行，不成形的 \(sample.brokenRows) 行；编码 \(sample.encoding)（\(sample.encodingBy.rawValue)）；列名在第 \(sample.headerLine) 行",
                "\(sample.rows) rows, \(sample.brokenRows) of broken shape; \(sample.encoding) (\(sample.encodingBy.rawValue)); names on line \(sample.headerLine)"
            ),
            remark(
                "种类：认出 \(mapped) 列；其次：\(runnersUp)",
                "kind: \(mapped) columns recognised; next: \(runnersUp)"
            ),
            "feed: \(name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? YAMLText.quoted(name) : name)",
            "kind: \(proposal.kind.rawValue)",
        ]
        lines += region
        lines += [
            "folder: /srv/docket/in/\(name)",
            "files: [\"*\(ending)\"]",
            "settle: 5s",
            "contents: \(proposal.words.contents.rawValue)   "
                + remark("snapshot 每次全量，increment 只有新增，请核对", "the whole each time, or what is new: check it"),
            "allow_rejected: 0",
        ]
        lines += exportTime(ending) + packing + [format]
        return lines + ["key: \(key)"]
    }

    /// What a person must decide of it.
    var open: [Remark] { circumstances.region == nil ? [Self.regionUnknown] : [] }

    private static let regionUnknown = Remark(
        "region、serves：没有主配置，请写明地区代码(六位)和所代表的单位代码前缀",
        "region, serves: there are no settings; write the code of the region, six digits, and the prefixes of the units it speaks for"
    )

    private var region: [String] {
        guard let region = circumstances.region else {
            let todo = YAMLText.comment(Self.regionUnknown.text(circumstances.wording))
            return ["# TODO \(todo)", "# region: ", "# serves: [\"\"]"]
        }
        return [
            "region: \(region)",
            "serves: [\"\(String(region).prefix(4))\"]   "
                + remark("代表哪些单位，请核对", "whom it speaks for: check it"),
        ]
    }

    /// The file's ending, of a packed one with that of what is in it.
    private var ending: String {
        let name = circumstances.fileName
        guard let dot = name.lastIndex(of: ".") else { return "" }
        guard sample.packing == .gzip, let inner = name[..<dot].lastIndex(of: ".") else { return String(name[dot...]) }
        let isWord = name[name.index(after: inner)..<dot].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return String(name[(isWord ? inner : dot)...])
    }

    private func remark(_ chinese: String, _ english: String) -> String {
        "# " + YAMLText.comment(Remark(chinese, english).text(circumstances.wording))
    }

    /// The kinds that explain the file nearly as well, with how many columns each knows.
    private var runnersUp: String {
        guard !others.isEmpty else { return "-" }
        return others.map { "\($0.kind.rawValue) \($0.matches.count)" }.joined(separator: ", ")
    }

    /// The time in the file's name, where there is one.
    private func exportTime(_ ending: String) -> [String] {
        let digits = circumstances.fileName.dropLast(ending.count).split { !("0"..."9").contains($0) }.last
        guard let digits, digits.count == 14, circumstances.fileName.hasSuffix(digits + ending) else {
            return [
                remark(
                    "文件名没有到秒的导出时刻，凭它不能断言“没有”。有时加上 exported_at",
                    "the file's name bears no time of export to the second, so absence is never claimed; add exported_at where it does"
                )
            ]
        }
        let pattern = "(\\d{14})" + ending.replacing(".", with: "\\.") + "$"
        return ["exported_at: { name: '\(pattern)', format: yyyyMMddHHmmss, zone: Asia/Shanghai }"]
    }

    private var packing: [String] {
        switch sample.packing {
        case nil: []
        case .gzip: ["packed: gzip"]
        case .zip(let members): ["packed: zip", "members: \(YAMLText.list(members))"]
        }
    }

    private var format: String {
        switch sample.format {
        case .csv(let dialect):
            let delimiter = dialect.delimiter == 9 ? "tab" : "\"\(Unicode.Scalar(dialect.delimiter))\""
            let encoding = dialect.encoding.rawValue
            let lastLine = dialect.endsLastLine ? ", last_line: ended" : ""
            let shape = layout(dialect.layout) + lastLine
            return "csv: { encoding: \(encoding), delimiter: \(delimiter), quote: '\"', \(shape) }"
        case .json(let shape):
            switch shape.layout {
            case .lines: return "json: { layout: lines }"
            case .document(let path):
                let rows = path.isEmpty ? "" : ", rows: \(YAMLText.quoted(path.joined(separator: ".")))"
                return "json: { layout: document\(rows) }"
            }
        case .xml(let shape): return "xml: { rows: \(YAMLText.quoted(shape.rows.joined(separator: "/"))) }"
        case .workbook(let shape):
            var sheet = ""
            if case .named(let name) = shape.sheets { sheet = "sheet: \(YAMLText.quoted(name)), " }
            let others = YAMLText.list(sample.otherParts)
            let line = "workbook: { \(sheet)\(layout(shape.layout)) }"
            return sheet.isEmpty ? line : line + "   " + remark("另有工作表 \(others)", "other sheets: \(others)")
        }
    }

    private func layout(_ layout: TableLayout) -> String {
        var texts: [String] = []
        switch layout.heading {
        case .absent(let names): texts += ["header_row: none", "names: \(YAMLText.list(names))"]
        case .found: texts.append("header_row: find")
        case .row(let number):
            // Titles above the names may be more or fewer next time.
            let isFound = number > 1 && layout.headingRows == 1 && !proposal.matches.isEmpty
            texts.append("header_row: \(isFound ? "find" : String(number))")
        }
        if layout.headingRows > 1 { texts.append("header_rows: \(layout.headingRows)") }
        if !layout.skippedRows.isEmpty {
            texts.append("skip_rows: [\(layout.skippedRows.map(YAMLText.quoted).joined(separator: ", "))]")
        }
        return texts.joined(separator: ", ")
    }

    /// The natural key, where all of it is there.
    private var key: String {
        let mapped = proposal.matches.map(\.field.name) + proposal.missing.map(\.name)
        let natural = proposal.kind.schema.naturalKey
        guard natural.allSatisfy(mapped.contains) else {
            return "row   " + remark("没有编号，以内容和次序命名", "without numbers rows are named by content")
        }
        return YAMLText.list(natural)
    }
}
