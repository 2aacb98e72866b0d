import Model

/// Reads how it is known when a delivery was exported: by the name of the file, or by what a server does.
struct ExportTimeRuleReader {
    let section: Section
    /// Nil where it could not be read.
    let source: FeedSource?

    /// Longer ones name no file, and could keep the compiler of patterns busy for long.
    private static let longestPattern = 200

    /// One of the two.
    struct Rule {
        var name: ExportTime?
        var moment: ExportMoment?
    }

    func read() -> Rule? {
        defer { section.finish() }
        guard section.has("from") else { return readName().map { Rule(name: $0) } }
        guard let value = section.optional("from"), let moment = value.choice(ExportMoment.self) else { return nil }
        guard source == nil || Self.moments(of: source).contains(moment) else {
            let known = Self.moments(of: source).map(\.rawValue)
            value.refuse(
                "此来源没有 \(moment.rawValue) / this source has no \(moment.rawValue)",
                known.isEmpty
                    ? "写 name、format、zone，从文件名取时刻 / write name, format and zone, to take it from the file's name"
                    : "写其中之一 / write one of: \(known.joined(separator: ", "))"
            )
            return nil
        }
        return Rule(moment: moment)
    }

    private static func moments(of source: FeedSource?) -> [ExportMoment] {
        switch source {
        case .none, .folder, .sftp, .ftp: []
        case .http(let http):
            if case .window = http.paging { [.windowEnd] } else { [.dateHeader, .requestTime] }
        case .query: [.snapshotTime]
        }
    }

    private func readName() -> ExportTime? {
        let pattern = section.required("name").flatMap { readPattern($0) }
        let format = section.required("format").flatMap { value in
            value.word.flatMap { TimeForms.format($0, value) == nil ? nil : $0 }
        }
        let zone = section.required("zone").flatMap { value in
            value.word.flatMap { TimeForms.isZone($0, value) ? $0 : nil }
        }
        guard let pattern, let format, let zone else { return nil }
        return ExportTime(pattern: pattern, format: format, zone: zone)
    }

    private func readPattern(_ value: Value) -> String? {
        guard let text = value.word else { return nil }
        guard text.count <= Self.longestPattern else {
            value.refuse(
                "超过\(Self.longestPattern)个字符 / longer than \(Self.longestPattern) characters",
                "只写文件名中与时间有关的部分 / write only what surrounds the time"
            )
            return nil
        }
        do { _ = try Regex(text) } catch {
            value.refuse("不是有效的正则表达式 / not a valid regular expression: \(error)", "改正它 / mend it")
            return nil
        }
        guard CaptureGroups.count(in: text) == 1 else {
            value.refuse(
                "捕获组不是恰好一个 / does not have exactly one capture group",
                "只用一对括号括住时间，如 _(\\d{14})\\.csv$ / put one pair of brackets around the time, as in _(\\d{14})\\.csv$"
            )
            return nil
        }
        return text
    }
}
