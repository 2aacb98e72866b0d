/// Everything wrong with the configuration, found in one go.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    /// In the order of the files and of their lines.
    package let problems: [SettingsProblem]

    package init(problems: [SettingsProblem]) { self.problems = problems }

    /// One line for each problem.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
