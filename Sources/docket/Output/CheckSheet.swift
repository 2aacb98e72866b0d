import Model
import Settings

/// A check as lines for a person at a terminal, Chinese with English beside it, or as a document for machines.
struct CheckSheet {
    private let check: CheckDefinition
    private let configuration: Configuration

    init(_ check: CheckDefinition, _ configuration: Configuration) {
        self.check = check
        self.configuration = configuration
    }

    var lines: [String] {
        var lines = [
            "\(check.id)  第\(check.number)版 version \(check.number)  \(check.status.rawValue)",
            "\(check.titleChinese) / \(check.titleEnglish)",
            "对象 subject: \(check.subject.rawValue)   文件 file: \(check.path)",
            "需要 needs: " + needs.joined(separator: ", "),
        ]
        let missing = check.missing(among: configuration.feeds).map(\.code)
        if !missing.isEmpty { lines.append("不能运行，缺少 / not runnable, missing: " + missing.joined(separator: ", ")) }
        lines += check.absenceOf.map { "断言没有 claims absence of: \($0.rawValue)" }
        lines += clocks + check.bands.map(sentence)
        lines += check.legalBasis.map {
            "依据 law: \($0.text) (\($0.from.text)\($0.until.map { " – \($0.text)" } ?? " –"))"
        }
        lines += ["关闭条件 closes by: \(check.remedyChinese)", "    \(check.remedyEnglish)"]
        lines += zip(check.trapsChinese, check.trapsEnglish).map { "先排除 rule out first: \($0) / \($1)" }
        lines += check.exceptions.map { "例外 exception: \($0.subject) 至 until \($0.until.text), \($0.reason), \($0.by)" }
        lines.append("例子 examples: \(check.examples.count)")
        return lines
    }

    private var needs: [String] {
        check.needs.map(\.rawValue) + check.neededFields.map { "\($0.kind.rawValue).\($0.field)" }
    }

    private var clocks: [String] {
        let codes = check.rises.isEmpty ? [check.clock].compactMap { $0 } : check.rises.map(\.clock)
        return codes.flatMap { code in
            configuration.law.clocks.filter { $0.code == code }.map { clock in
                "时限 clock: \(code) \(clock.nameChinese) / \(clock.nameEnglish), \(clock.length.sentence); \(clock.validity.citation)"
            }
        }
    }

    private func sentence(_ band: CheckBand) -> String {
        let from = check.rises.first { $0.band == band.name }.map { " (\($0.clock))" } ?? ""
        return "程度 severity: \(band.severity.rawValue)\(from) — \(band.reasonChinese) / \(band.reasonEnglish)"
    }

    var report: Report { Report(check, missing: check.missing(among: configuration.feeds).map(\.code)) }

    /// What `check show --json` prints.
    struct Report: Encodable {
        let check: String
        let version: Int64
        let sha256: String
        let status: String
        let subject: String
        let titleChinese: String
        let titleEnglish: String
        let missing: [String]
        let clocks: [String]
        let legalBasis: [String]
        let remedyChinese: String
        let remedyEnglish: String
        let sql: String
        let examples: Int

        init(_ check: CheckDefinition, missing: [String]) {
            (self.check, version, sha256) = (check.id, check.number, check.version)
            (status, subject) = (check.status.rawValue, check.subject.rawValue)
            (titleChinese, titleEnglish) = (check.titleChinese, check.titleEnglish)
            self.missing = missing
            clocks = check.rises.isEmpty ? [check.clock].compactMap { $0 } : check.rises.map(\.clock)
            legalBasis = check.legalBasis.map(\.text)
            (remedyChinese, remedyEnglish) = (check.remedyChinese, check.remedyEnglish)
            (sql, examples) = (check.sql, check.examples.count)
        }
    }
}
