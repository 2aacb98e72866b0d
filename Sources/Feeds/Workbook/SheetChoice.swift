import Glibc
import Settings

/// Which sheets of a workbook a feed means.
enum SheetChoice {
    /// - Returns: at least one.
    /// - Throws: `UnreadableDelivery` where there is none, or where it is not said which of several.
    static func sheets(
        _ choice: WorkbookShape.Sheets,
        of workbook: any Workbook,
        limits: RowLimits
    ) throws(UnreadableDelivery) -> [Sheet] {
        let shown = workbook.sheets.filter { !$0.isHidden }
        switch choice {
        case .named(let name):
            // By its name a hidden one may be chosen too.
            let found = workbook.sheets.filter { $0.name == name }
            guard !found.isEmpty else { throw .noSheet(name, found: workbook.sheets.map(\.name)) }
            return found
        case .number(let number):
            guard shown.indices.contains(number - 1) else { throw .noSheet("\(number)", found: shown.map(\.name)) }
            return [shown[number - 1]]
        case .fitting(let patterns):
            let found = shown.filter { sheet in patterns.contains { fnmatch($0, sheet.name, 0) == 0 } }
            guard !found.isEmpty else {
                throw .noSheet(patterns.joined(separator: ", "), found: shown.map(\.name))
            }
            return found
        case .only: return try only(shown, of: workbook, limits)
        }
    }

    /// The only one that holds anything, so that nothing is left out unseen.
    private static func only(
        _ shown: [Sheet],
        of workbook: any Workbook,
        _ limits: RowLimits
    ) throws(UnreadableDelivery) -> [Sheet] {
        guard shown.count > 1 else {
            guard !shown.isEmpty else { throw .noSheet("*", found: workbook.sheets.map(\.name)) }
            return shown
        }
        var filled: [Sheet] = []
        for sheet in shown where try workbook.rows(of: sheet, fillsMerged: false, limits: limits).next() {
            filled.append(sheet)
        }
        guard filled.count <= 1 else { throw .severalSheets(filled.map(\.name)) }
        return filled.isEmpty ? [shown[0]] : filled
    }
}
