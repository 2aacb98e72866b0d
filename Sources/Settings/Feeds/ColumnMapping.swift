/// How one field is filled from the columns of a source.
package struct ColumnMapping: Equatable, Sendable, Codable {
    package var field: String
    /// Source columns, joined by one space where there are several. Empty where `constant` is set.
    package var columns: [String]
    /// The same value for every row.
    package var constant: String?
    /// For instants and dates: the forms the text may have, such as `yyyy-MM-dd HH:mm:ss`. A text two forms read as two
    /// times is refused.
    package var formats: [String]
    /// For instants: IANA name or fixed offset (`+08:00`) where the text carries none.
    package var zone: String?
    /// For alcohol: the unit the source writes, a code of the alcohol unit table.
    package var unit: String?
    /// For integers: the text is a decimal number to be multiplied by this, such as 1000 for a score of 0.93.
    package var scale: Int64?
    /// Source text → field value. Applied before the value is parsed.
    package var values: [String: String]
    /// What any text not in `values` means; without it such text is parsed as it stands.
    package var otherwise: String?
    /// Texts that mean "no value", besides the empty one.
    package var absent: [String]

    package init(
        field: String,
        columns: [String],
        constant: String? = nil,
        formats: [String] = [],
        zone: String? = nil,
        unit: String? = nil,
        scale: Int64? = nil,
        values: [String: String] = [:],
        otherwise: String? = nil,
        absent: [String] = []
    ) {
        self.field = field
        self.columns = columns
        self.constant = constant
        self.formats = formats
        self.zone = zone
        self.unit = unit
        self.scale = scale
        self.values = values
        self.otherwise = otherwise
        self.absent = absent
    }
}
