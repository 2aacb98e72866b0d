/// Why no row of a delivery could be read: the file as a whole is not what the feed promises.
///
/// Nothing of such a delivery is taken. Its bytes stay archived, and it can be read again once the cause is mended.
package struct UnreadableDelivery: Error, Equatable, Sendable, Codable {
    package let cause: Cause
    /// The physical line the cause stands on, counted from 1, where there is one.
    package let line: Int64?
    /// What was found.
    package let explanation: String
    /// What a person must do.
    package let remedy: String

    /// What a delivery can suffer from; the raw value is fit to be stored and counted.
    package enum Cause: String, Sendable, CaseIterable, Codable {
        case empty
        case headerMissing = "header_missing"
        case headerBroken = "header_broken"
        case duplicateColumn = "duplicate_column"
        case unnamedColumn = "unnamed_column"
        case missingColumns = "missing_columns"
        case unknownColumns = "unknown_columns"
        /// Another kind of file, such as XLSX, PDF or a packed one.
        case otherFormat = "other_format"
        case encoding
        /// The document breaks off, or breaks the rules of its format.
        case syntax
        /// The packed file is damaged, encrypted, or holds more than may be unpacked.
        case packing
        /// The packed file or the workbook lacks the member or sheet the feed speaks of.
        case missingMember = "missing_member"
        /// Most of its many rows were rejected.
        case rejected
        /// Reading it broke the process, or took more than it may.
        case crash
        /// The system could not read the bytes.
        case system
        /// The feed's definition does not fit the law or the kind of record.
        case definition

        /// False where the same file may well be read once the system or the configuration is mended.
        package var isOfTheFile: Bool { self != .system && self != .definition }
    }

    package init(_ cause: Cause, line: Int64? = nil, explanation: String, remedy: String) {
        self.cause = cause
        self.line = line
        self.explanation = explanation
        self.remedy = remedy
    }
}

extension UnreadableDelivery: CustomStringConvertible {
    package var description: String {
        let place = line.map { "第 \($0) 行 / line \($0): " } ?? ""
        return "\(place)\(explanation); \(remedy)"
    }
}
