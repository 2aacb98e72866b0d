/// Where the rows of a feed's workbooks stand. Whether these are XLSX, ODS or XLS tells each file itself.
package struct WorkbookShape: Equatable, Sendable, Codable {
    package var sheets: Sheets
    package var merged: Merged
    package var layout: TableLayout

    package enum Sheets: Equatable, Sendable, Codable {
        /// The only one that holds anything.
        case only
        case named(String)
        /// Counted from 1 among those that are shown.
        case number(Int)
        /// Those that are shown and fit one of the patterns (`fnmatch`).
        case fitting([String])
    }

    /// What merged cells hold besides the first.
    package enum Merged: String, Sendable, CaseIterable, Codable {
        /// Nothing.
        case first
        /// What the first holds.
        case fill
    }

    package init(sheets: Sheets = .only, merged: Merged = .first, layout: TableLayout) {
        self.sheets = sheets
        self.merged = merged
        self.layout = layout
    }
}
