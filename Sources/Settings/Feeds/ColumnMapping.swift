package import Model

/// How one field is filled from the columns of a source.
package struct ColumnMapping: Equatable, Sendable, Codable {
    package var field: String
    /// Source columns, put together as `gathering` says where there are several. Empty where `constant` is set.
    package var columns: [String]
    package var gathering: Gathering
    /// The same value for every row.
    package var constant: String?
    /// For instants and dates: the forms the text may have, such as `yyyy-MM-dd HH:mm:ss`. A text two forms read as two
    /// times is refused.
    package var formats: [String]
    /// For instants: IANA name or fixed offset (`+08:00`) where the text carries none.
    package var zone: String?
    /// For alcohol: the unit the source writes, a code of the alcohol unit table; or `unitInText`.
    package var unit: String?
    /// For numbers: the marks within them.
    package var numbers: NumberForm
    /// For numbers: what may stand behind them, such as `%`.
    package var suffixes: [String]
    /// For integers: the text is a decimal number to be multiplied by this, such as 1000 for a score of 0.93.
    package var scale: Int64?
    /// Source text → field value. Applied before the value is parsed.
    package var values: [String: String]
    /// What any text not in `values` means; without it such text is parsed as it stands.
    package var otherwise: String?
    /// Whether a text not in `values` is refused, though its field could hold it.
    package var refusesUnknown: Bool
    /// A `LinearPattern`: only what its group captures counts.
    package var pattern: String?
    /// Texts that mean "no value", besides the empty one.
    package var absent: [String]

    /// Stands for a unit: each cell names its own.
    package static let unitInText = "in_text"

    /// How the texts of several columns become one.
    package enum Gathering: Equatable, Sendable, Codable {
        /// Those that are not empty, with this between them.
        case joined(by: String)
        /// The first that is not empty, not among `absent`, and fits `pattern` where there is one.
        case first
    }

    package init(
        field: String,
        columns: [String],
        gathering: Gathering = .joined(by: " "),
        constant: String? = nil,
        formats: [String] = [],
        zone: String? = nil,
        unit: String? = nil,
        numbers: NumberForm = .unspoken,
        suffixes: [String] = [],
        scale: Int64? = nil,
        values: [String: String] = [:],
        otherwise: String? = nil,
        refusesUnknown: Bool = false,
        pattern: String? = nil,
        absent: [String] = []
    ) {
        self.field = field
        self.columns = columns
        self.gathering = gathering
        self.constant = constant
        self.formats = formats
        self.zone = zone
        self.unit = unit
        self.numbers = numbers
        self.suffixes = suffixes
        self.scale = scale
        self.values = values
        self.otherwise = otherwise
        self.refusesUnknown = refusesUnknown
        self.pattern = pattern
        self.absent = absent
    }
}
