import Model
import Settings
import Store

/// What a check compared, as people read it.
struct ShownDetails {
    /// By column in the order of the check: label and value.
    let facts: [(chinese: String, english: String, value: String)]
    private let reason: (chinese: String, english: String)?

    /// - Parameters:
    ///   - check: whose columns and bands these are.
    ///   - finding: what is kept of the finding: name of its band, and its details.
    init(_ check: CheckDefinition, _ finding: (band: String, details: FindingDetails)) {
        facts = check.columns.compactMap { column in
            finding.details.facts?[column.name].map { text in
                (column.labelChinese, column.labelEnglish, Self.shown(text, as: column.form))
            }
        }
        reason = check.band(finding.band).map { ($0.reasonChinese, $0.reasonEnglish) }
    }

    /// All of it in one line.
    var line: (chinese: String, english: String) {
        let chinese = [reason?.chinese].compactMap { $0 } + facts.map { "\($0.chinese) \($0.value)" }
        let english = [reason?.english].compactMap { $0 } + facts.map { "\($0.english) \($0.value)" }
        return (chinese.joined(separator: "，"), english.joined(separator: ", "))
    }

    private static func shown(_ text: String, as form: CheckColumn.Form) -> String {
        switch form {
        case .text, .number: text
        case .alcohol: Int64(text).map { "\(Alcohol(hundredths: $0))" } ?? text
        case .instant: instant(text)?.chinaSecondText ?? text
        }
    }

    /// The server writes `2025-03-03 13:10:00+00`.
    private static func instant(_ text: String) -> Instant? {
        guard let blank = text.firstIndex(of: " ") else { return nil }
        var time = text
        time.replaceSubrange(blank...blank, with: "T")
        if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }), time[sign...].utf8.count == 3 { time += ":00" }
        return Instant(rfc3339: time)
    }
}
