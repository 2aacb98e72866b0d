import Yams

/// Collects problems while files are read, so that a person sees all of them at once.
final class Findings {
    private(set) var problems: [SettingsProblem] = []
    /// Problems that leave out what they are of, and nothing else.
    private(set) var spared: [SettingsProblem] = []

    func spare(_ problems: [SettingsProblem]) { spared += problems }

    func add(_ file: String, _ mark: Mark?, _ keyPath: String, _ cause: String, _ remedy: String) {
        add(file, line: mark?.line ?? 0, column: mark?.column ?? 0, keyPath, cause, remedy)
    }

    func add(_ file: String, line: Int, column: Int, _ keyPath: String, _ cause: String, _ remedy: String) {
        let problem = SettingsProblem(
            file: Self.oneLine(file),
            line: line,
            column: column,
            keyPath: Self.oneLine(keyPath),
            cause: Self.oneLine(cause),
            remedy: Self.oneLine(remedy)
        )
        // Two rules may stumble over the same value; once is enough to mend it.
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// What a file says may be quoted in a problem, and must not break the line, nor the terminal it is shown on.
    private static func oneLine(_ text: String) -> String {
        let shown = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        return String(shown.count > 400 ? shown.prefix(400) + ["…"] : shown[...])
    }
}
