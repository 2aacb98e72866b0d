import ArgumentParser
import Feeds
import Model
import Settings

/// Proposes the file of a feed for an export nobody described yet.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "按一个导出文件拟出数据源配置，写到标准输出 / Draft the file of a feed from one export, to standard output",
        discussion: """
            例 / Examples:
              docket feed draft export.csv > new.yaml     # 核对后移入 feeds/ / check it, then move it to feeds/
              docket feed draft 台账.xlsx --kind camera --language zh
              docket feed draft tests.csv --unit mg/100mL --feed breath-tests

            没有主配置也可用。 / It needs no settings.

            退出码 0 已拟全；1 已写出，有待人定的项(列在标准错误上)；65 看不出是哪一种记录，或不是表格 / exit code 0: complete;
            1: written, with items left to you, listed on standard error; 65: it is no table, or of no kind that is known.
            """
    )

    @Argument(help: "导出文件 / the export")
    var file: String

    @Option(name: .long, help: "记录种类，不写则按列名判断 / kind of record; found by the columns where not given")
    var kind: String?

    @Option(name: .long, help: "注释的语言 zh 或 en，不写则两种都有 / language of the comments; both where not given")
    var language: String?

    @Option(name: .long, help: "数据源名称 / name of the feed")
    var feed: String?

    @Option(name: .long, help: "酒精单位，文件未写明时用 / unit of alcohol, where the file names none")
    var unit: String?

    @Option(
        name: .long,
        help: "词表，默认为主配置旁的 synonyms.yaml，没有则用随程序的 / synonyms; by default beside the main file, else the shipped ones"
    )
    var synonyms: String?

    @OptionGroup var settings: FoundSettings

    func validate() throws {
        if let kind, Kind(rawValue: kind) == nil {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("没有种类 \(kind) / there is no kind \(kind); one of: \(known)")
        }
        guard language.map({ ["zh", "en"].contains($0) }) ?? true else {
            throw ValidationError("--language 只能是 zh 或 en / must be zh or en")
        }
        guard feed?.isSettingName ?? true else {
            throw ValidationError(
                "--feed 用字母、数字、连字符和下划线，至多63个 / use letters, digits, hyphens and underscores, at most 63"
            )
        }
    }

    func run() throws {
        let found = try DraftSettings.load(main: settings.path, synonyms: synonyms)
        if let unit, !found.law.units.contains(where: { $0.code == unit }) {
            let known = found.law.units.map(\.code).joined(separator: ", ")
            throw ValidationError("没有单位 \(unit) / there is no unit \(unit); one of: \(known)")
        }
        let archived = try ArchivedFile(inPlace: file)
        let job = SamplingJob(
            synonyms: found.synonyms,
            kind: kind.flatMap { Kind(rawValue: $0) },
            file: archived
        )
        let sample = try SamplingProcess(program: "/proc/self/exe", job: job).sample()
        let fileName = file.split(separator: "/").last.map(String.init) ?? file
        let circumstances = DraftedFeed.Circumstances(
            name: feed,
            fileName: fileName,
            region: found.region,
            law: found.law,
            unit: unit,
            wording: language.map { $0 == "zh" ? .chinese : .english } ?? .both
        )
        let draft = try DraftedFeed(sample, found.synonyms, kind: kind.flatMap { Kind(rawValue: $0) }, circumstances)
        Terminal.write(draft.text, to: 1)
        for remark in draft.open + draft.notes { complain(remark) }
        guard draft.open.isEmpty else { throw ExitCode(1) }
        // What is complete must pass the reader every feed passes.
        _ = try FeedDefinition.read(draft.text, name: draft.name, base: found.base, law: found.law)
    }

    /// What is left to a person, in lines that fit the screen: Chinese, and English beneath it.
    private func complain(_ remark: Remark) {
        let width = 100 - "docket: ".count
        let lines =
            Paragraph(remark.chinese, width: width).lines
            + Paragraph(remark.english, width: width, indent: 4).lines
        Terminal.complain(lines.joined(separator: "\n"))
    }
}
