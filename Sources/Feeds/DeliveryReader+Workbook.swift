import Model
import Settings

extension DeliveryReader {
    /// Reads the sheets of a workbook.
    func read(
        _ shape: WorkbookShape,
        of member: PackedParts.Part,
        _ total: Int64,
        _ part: (DeliveryPart.Event) throws -> Void,
        _ each: (RecordDraft) throws -> Void,
        _ rejected: (RowRejection, Span<UInt8>) throws -> Void,
        _ progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        try member.content.withFile { descriptor, size in
            let workbook = try OpenedWorkbook.open(descriptor, size: size)
            let limits = RowLimits.standard
            for sheet in try SheetChoice.sheets(shape.sheets, of: workbook, limits: limits) {
                do {
                    let rows = try workbook.rows(of: sheet, fillsMerged: shape.merged == .fill, limits: limits)
                    var reader = try TableReader(SheetReader(rows), layout: shape.layout, feed: feed)
                    let name = SheetName.part(sheet.name, member: member.name)
                    try read(&reader, name, total, part, each, rejected, progress, into: &tally)
                } catch let error as UnreadableDelivery {
                    throw error.of(part: sheet.name)
                }
            }
        }
    }
}
