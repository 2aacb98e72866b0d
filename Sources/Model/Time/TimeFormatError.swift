/// Why a time pattern cannot be used, and where in it.
package struct TimeFormatError: Error, Equatable, Sendable, CustomStringConvertible {
    package let pattern: String
    /// The character the trouble begins at, counted from 1; one past the end where something is missing.
    package let position: Int
    /// Cause and remedy.
    package let chinese: String
    package let english: String

    package var description: String {
        "时间格式“\(pattern)”第 \(position) 个字符：\(chinese) / time pattern '\(pattern)', character \(position): \(english)"
    }
}
