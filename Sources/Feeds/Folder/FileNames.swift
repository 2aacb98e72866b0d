import Glibc
import Model

/// Which file names a feed takes.
package struct FileNames: Sendable {
    private let patterns: [String]

    /// Endings under which programs write what is not finished.
    private static let unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp"]

    /// - Parameter patterns: shell patterns (`fnmatch`), of which one must fit.
    package init(_ patterns: [String]) { self.patterns = patterns }

    /// Whether a name holds what a terminal or a log would obey: breaks of lines, escapes, turns of direction. Nobody
    /// could tell from a message which file is meant.
    ///
    /// - Parameter name: of a file.
    /// - Returns: true where it does.
    package static func isUnprintable(_ name: String) -> Bool { name.unicodeScalars.contains(where: \.actsUnseen) }

    /// Whether a file of this name is to be taken. Hidden and unfinished ones are not.
    package func isWanted(_ name: String) -> Bool {
        guard !name.hasPrefix("."), !name.hasSuffix("~") else { return false }
        let lower = name.lowercased()
        guard !Self.unfinished.contains(where: lower.hasSuffix) else { return false }
        return patterns.contains { fnmatch($0, name, FNM_PERIOD) == 0 }
    }
}
