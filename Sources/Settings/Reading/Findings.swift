import Yams

/// Collects problems while files are read, so that a person sees all of them at once.
final class Findings {
    private(set) var problems: [SettingsProblem] = []

    func add(_ file: String, _ mark: Mark?, _ keyPath: String, _ text: String) {
        problems.append(
            SettingsProblem(
                file: file,
                line: mark?.line ?? 0,
                column: mark?.column ?? 0,
                keyPath: keyPath,
                text: text
            )
        )
    }
}
