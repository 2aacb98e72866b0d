import Model
import Settings

/// The lines of a drafted feed above `columns`: what it is, where it comes from, how it is written.
struct DraftedHead {
    let sample: TableSample
    let proposal: KindProposal
    let others: [KindProposal]
    let circumstances: DraftedFeed.Circumstances
    /// What the feed is called.
    let name: String

    init(
        _ sample: TableSample,
        _ proposal: KindProposal,
        others: [KindProposal],
        _ circumstances: DraftedFeed.Circumstances,
        name: String
    ) {
        (self.sample, self.proposal, self.others, self.circumstances) = (sample, proposal, others, circumstances)
        self.name = name
    }

    var lines: [String] { remarks.flatMap(comment) + identity + place + exportTime + packing + format + key }

    private var remarks: [Remark] {
        let mapped = "\(proposal.matches.count)/\(sample.columns.count)"
        let found = [
            Remark(
                "由 docket feed draft 按一个导出文件拟出，请逐项核对，再运行 docket config check 与 docket feed try",
                "drafted from one export by docket feed draft; check every line, then run docket config check and docket feed try"
            ),
            Remark(
                "文件：\(sample.rows) 行，不成形的 \(sample.brokenRows) 行；编码 \(sample.encoding)（\(sample.encodingBy.rawValue)）；列名在第 \(sample.headerLine) 行",
                "\(sample.rows) rows, \(sample.brokenRows) of broken shape; \(sample.encoding) (\(sample.encodingBy.rawValue)); names on line \(sample.headerLine)"
            ),
            Remark(
                "种类：认出 \(mapped) 列；其次：\(runnersUp)",
                "kind: \(mapped) columns recognised; next: \(runnersUp)"
            ),
        ]
        return found + DraftNotes(sample, fileName: circumstances.fileName).remarks
    }

    private var identity: [String] {
        let isNumber = name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return ["feed: \(isNumber ? YAMLText.quoted(name) : name)", "kind: \(proposal.kind.rawValue)"] + region
    }

    private var place: [String] {
        ["folder: /srv/docket/in/\(name)"] + DraftedLine.setting("files: [\(YAMLText.quoted("*" + pattern))]")
            + ["settle: 5s"]
            + setting(
                "contents: \(proposal.words.contents.rawValue)",
                Remark("snapshot 每次全量，increment 只有新增，请核对", "the whole each time, or what is new: check it")
            ) + ["allow_rejected: 0"]
    }

    /// The file's ending as `fnmatch` takes it for itself.
    private var pattern: String {
        ending.reduce(into: "") { $0 += "*?[]\\".contains($1) ? "\\\($1)" : String($1) }
    }

    private func comment(_ remark: Remark) -> [String] {
        remark.paragraphs(circumstances.wording).flatMap { DraftedLine.comment($0) }
    }

    /// A line with a remark behind it.
    func setting(_ text: String, _ remark: Remark) -> [String] {
        DraftedLine.setting(text, remark: remark.text(circumstances.wording))
    }

    /// What a person must decide of it.
    var open: [Remark] { circumstances.region == nil ? [Self.regionUnknown] : [] }

    private static let regionUnknown = Remark(
        "region、serves：没有主配置，请写明地区代码(六位)和所代表的单位代码前缀",
        "region, serves: there are no settings; write the code of the region, six digits, and the prefixes of the units it speaks for"
    )

    private var region: [String] {
        guard let region = circumstances.region else {
            let todo = "TODO " + Self.regionUnknown.text(circumstances.wording)
            return DraftedLine.comment(todo) + ["# region: ", "# serves: [\"\"]"]
        }
        return ["region: \(region)"]
            + setting(
                "serves: [\"\(String(region).prefix(4))\"]",
                Remark("代表哪些单位，请核对", "whom it speaks for: check it")
            )
    }

    /// The file's ending, of a packed one with that of what is in it.
    private var ending: String {
        let name = circumstances.fileName
        guard let dot = name.lastIndex(of: ".") else { return "" }
        guard sample.packing == .gzip, let inner = name[..<dot].lastIndex(of: ".") else { return String(name[dot...]) }
        let isWord = name[name.index(after: inner)..<dot].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return String(name[(isWord ? inner : dot)...])
    }

    /// The kinds that explain the file nearly as well, with how many columns each knows.
    private var runnersUp: String {
        guard !others.isEmpty else { return "-" }
        return others.map { "\($0.kind.rawValue) \($0.matches.count)" }.joined(separator: ", ")
    }

    /// The time in the file's name, where there is one.
    private var exportTime: [String] {
        let digits = circumstances.fileName.dropLast(ending.count).split { !("0"..."9").contains($0) }.last
        guard let digits, digits.count == 14, circumstances.fileName.hasSuffix(digits + ending) else {
            return comment(
                Remark(
                    "文件名没有到秒的导出时刻，凭它不能断言“没有”。有时加上 exported_at",
                    "the file's name bears no time of export to the second, so absence is never claimed; add exported_at where it does"
                )
            )
        }
        // Within single quotes YAML takes all for itself but the quote.
        let pattern = "(\\d{14})" + Self.expression(of: ending) + "$"
        return DraftedLine.setting("exported_at: { name: '\(pattern)', format: yyyyMMddHHmmss, zone: Asia/Shanghai }")
    }

    /// An expression that fits an ending; what is neither letter nor digit nor point may be any character.
    private static func expression(of ending: String) -> String {
        ending.reduce(into: "") { text, character in
            text += character == "." ? "\\." : character.isLetter || character.isNumber ? String(character) : "."
        }
    }

    private var packing: [String] {
        switch sample.packing {
        case nil: []
        case .gzip: ["packed: gzip"]
        case .zip(let members): ["packed: zip"] + DraftedLine.setting("members: \(YAMLText.list(members))")
        }
    }

    /// The natural key, where all of it is there and no two rows of the file bear it that say different things.
    private var key: [String] {
        let mapped = proposal.matches.map(\.field.name) + proposal.missing.map(\.name)
        let natural = proposal.kind.schema.naturalKey
        guard natural.allSatisfy(mapped.contains) else {
            return setting("key: row", Remark("没有编号，以内容和次序命名", "without numbers rows are named by content"))
        }
        guard sample.repeated?.differing ?? 0 == 0 else {
            return setting("key: row", Remark("编号在此文件中重复，见上", "numbers come again in this file, see above"))
        }
        return DraftedLine.setting("key: \(YAMLText.list(natural))")
    }
}
