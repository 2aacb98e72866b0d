/// Why a pattern cannot be used, and where in it.
package struct LinearPatternError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The character the trouble begins at, counted from 1; one past the end where something is missing.
    package let position: Int
    /// Cause and remedy.
    package let chinese: String
    package let english: String

    package var description: String { "第 \(position) 个字符：\(chinese) / character \(position): \(english)" }
}
