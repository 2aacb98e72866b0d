package import Model

/// Values of one field that are stored although they fail the field's own check, such as an identity number whose check
/// digit does not fit. Few of them are mistyped; many are mostly another column mapped to the field.
package struct TrialFlaw: Sendable {
    package let field: String
    package let reason: DefectReason
    package private(set) var rows: Int64 = 0
    /// The first lines.
    package private(set) var lines: [Int64] = []

    private init(_ field: String, _ reason: DefectReason) { (self.field, self.reason) = (field, reason) }

    /// Counts the flaws of one record among those before it.
    static func count(_ draft: borrowing RecordDraft, of fields: [Field], into flaws: inout [TrialFlaw]) {
        for defect in draft.defects where fields.indices.contains(defect.field) {
            let field = fields[defect.field].name
            let known = flaws.firstIndex { $0.field == field && $0.reason == defect.reason }
            if known == nil { flaws.append(TrialFlaw(field, defect.reason)) }
            let index = known ?? flaws.endIndex - 1
            flaws[index].rows += 1
            if flaws[index].lines.count < TrialReport.mostLines { flaws[index].lines.append(draft.line) }
        }
    }
}
