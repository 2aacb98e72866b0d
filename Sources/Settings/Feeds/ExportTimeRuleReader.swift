import Model

/// Reads how the name of a file tells when it was exported.
struct ExportTimeRuleReader {
    let section: Section

    /// Longer ones name no file, and could keep the compiler of patterns busy for long.
    private static let longestPattern = 200

    func read() -> ExportTime? {
        defer { section.finish() }
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
