/// What a sheet is called as a part of a delivery.
enum SheetName {
    /// The name of the sheet; where the workbook is a member of a packed file, behind that one's name and a `!`, as
    /// formulas write it.
    static func part(_ sheet: String, member: String?) -> String { member.map { $0 + "!" + sheet } ?? sheet }

    /// The sheet a part speaks of, where it speaks of this member.
    static func sheet(_ part: String, member: String) -> String? {
        part.hasPrefix(member + "!") ? String(part.dropFirst(member.count + 1)) : nil
    }
}
