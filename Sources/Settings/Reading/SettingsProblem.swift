/// One thing wrong with the configuration, for the person who must mend it.
package struct SettingsProblem: Equatable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; 0 where the trouble is the file itself.
    package let line: Int
    /// Counted from 1 in characters; 0 where the trouble is the file itself.
    package let column: Int
    /// Such as `schedule.poll` or `clocks[3].hours`; empty for the file as a whole.
    package let keyPath: String
    /// What is wrong, in Chinese and English.
    package let cause: String
    /// What to do about it, in Chinese and English.
    package let remedy: String

    /// One line: place, key, cause and remedy.
    package var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return (keyPath.isEmpty ? "\(place) " : "\(place) \(keyPath): ") + "\(cause) — \(remedy)"
    }
}
