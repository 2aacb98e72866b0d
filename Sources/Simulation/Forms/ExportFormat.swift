/// How a feed's exports are written and packed.
package struct ExportFormat: Equatable, Sendable {
    package var form: ExportForm
    /// Nil where they are not packed.
    package var packing: ExportPacking?

    package init(_ form: ExportForm, _ packing: ExportPacking? = nil) { (self.form, self.packing) = (form, packing) }

    /// - Parameter name: such as `json` or `csv-utf16.gz`; nil comes of any other.
    package init?(named name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let form = parts.first.flatMap(ExportForm.init) else { return nil }
        self.init(form)
        if let word = parts.dropFirst().first {
            guard let packing = ExportPacking(rawValue: word) else { return nil }
            self.packing = packing
        }
    }

    /// What the names of files end with.
    package var ending: String { form.ending + (packing.map { "." + $0.rawValue } ?? "") }
}
