extension Character {
    /// How many columns of a terminal the character takes: Chinese ones two, combining marks none.
    package var columns: Int {
        unicodeScalars.reduce(0) { $0 + $1.columns }
    }
}

extension String {
    /// How many columns of a terminal the text takes.
    package var columns: Int {
        unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// The text with spaces after it, up to `width` columns.
    ///
    /// - Parameter width: how many columns it is to take.
    /// - Returns: the text as it is where it takes more.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns))
    }

    /// The text with spaces before it, up to `width` columns.
    ///
    /// - Parameter width: how many columns it is to take.
    /// - Returns: the text as it is where it takes more.
    package func paddedLeft(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns)) + self
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        guard value >= 0x300 else { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide || properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// The wide and full-width blocks of Unicode Standard Annex 11, without the gaps inside them.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF: true
        case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true
        case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}
