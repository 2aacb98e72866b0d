/// One thing wrong with the configuration, for the person who must mend it.
package struct SettingsProblem: Equatable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; 0 where the trouble is the file itself.
    package let line: Int
    package let column: Int
    /// Such as `schedule.poll`; empty for the file as a whole.
    package let keyPath: String
    /// What is wrong and what to do about it, in Chinese and English.
    package let text: String

    package var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return keyPath.isEmpty ? "\(place) \(text)" : "\(place) \(keyPath): \(text)"
    }
}

/// Everything wrong with the configuration, found in one go.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    package let problems: [SettingsProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
