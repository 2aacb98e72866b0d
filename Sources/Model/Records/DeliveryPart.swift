/// One part of a delivery and how it was read: the whole file, a member of a packed one, or a sheet of a workbook.
package struct DeliveryPart: Equatable, Sendable, Codable {
    /// Counted from 0 within the delivery.
    package var number: Int32
    /// Of the member or the sheet; nil where the file is one part.
    package var name: String?
    /// The character set its text was decoded from.
    package var encoding: String
    package var encodingBy: EncodingSource
    /// The names of its columns, in their order.
    package var columns: [String]

    /// What is told of a part while it is read.
    package enum Event: Equatable, Sendable {
        /// Its rows follow.
        case begins(DeliveryPart)
        /// It is read; so many rows of it were no records: titles, sums, notes, blank rows.
        case ends(skipped: Int64)
    }

    /// How the character set of a part is known; the raw value is fit to be stored.
    package enum EncodingSource: String, Sendable, CaseIterable, Codable {
        /// The feed says so.
        case declared
        /// The format leaves no choice, or its own header says so.
        case format
        /// A byte-order mark.
        case mark
        /// Every byte of it fits a set that other text hardly ever fits.
        case throughout
        /// The characters it yields are those people write.
        case evidence
    }

    package init(
        number: Int32,
        name: String?,
        encoding: String,
        encodingBy: EncodingSource,
        columns: [String]
    ) {
        self.number = number
        self.name = name
        self.encoding = encoding
        self.encodingBy = encodingBy
        self.columns = columns
    }
}
