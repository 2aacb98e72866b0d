/// One cell of an OpenDocument spreadsheet while it is read.
struct ODSCell {
    /// How often it stands there, one beside the other.
    private(set) var repeats: Int64 = 1
    private(set) var isTooLong = false
    private var type = ValueType.text
    /// What the attributes say the cell holds; of texts only where no paragraph does.
    private var stored: [UInt8] = []
    private var text: [UInt8] = []
    private var paragraphs = 0
    private var isInParagraph = false

    private enum ValueType { case text, number, date, time, flag }

    /// What the cell holds, as text.
    var value: [UInt8] {
        var output: [UInt8] = []
        stored.withUnsafeBytes { bytes in
            switch type {
            case .text: output = text.isEmpty ? stored : text
            case .number: CellNumber.append(bytes, to: &output)
            case .date: ISODate.append(bytes, to: &output)
            case .time: ISODate.append(duration: bytes, to: &output)
            case .flag: output = stored
            }
        }
        return output
    }

    mutating func reset(_ attributes: XMLAttributes) {
        stored.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        (type, repeats, paragraphs, isInParagraph, isTooLong) = (.text, 1, 0, false, false)
        guard let kind = attributes.text("value-type") else {
            repeats = ODSRows.count(attributes, "number-columns-repeated")
            return
        }
        repeats = ODSRows.count(attributes, "number-columns-repeated")
        let name: StaticString
        switch kind {
        case "float", "percentage", "currency": (type, name) = (.number, "value")
        case "date": (type, name) = (.date, "date-value")
        case "time": (type, name) = (.time, "time-value")
        case "boolean": (type, name) = (.flag, "boolean-value")
        default: (type, name) = (.text, "string-value")
        }
        stored.append(contentsOf: attributes.value(name).map(Array.init) ?? [])
    }

    /// An element within the cell begins.
    ///
    /// - Returns: whether it is to be left out with all that is in it: remarks, readings, drawings.
    mutating func begin(_ name: XMLName, _ attributes: XMLAttributes, _ limits: RowLimits) -> Bool {
        if name.is("annotation") || name.is("ruby-text") || name.hasPrefix("draw") || name.is("table") { return true }
        if name.is("p") {
            if paragraphs > 0 { append(byte: UInt8(ascii: "\n"), 1, limits) }
            paragraphs += 1
            isInParagraph = true
        } else if name.is("s") {
            append(byte: UInt8(ascii: " "), ODSRows.count(attributes, "c"), limits)
        } else if name.is("tab") {
            append(byte: UInt8(ascii: "\t"), 1, limits)
        } else if name.is("line-break") {
            append(byte: UInt8(ascii: "\n"), 1, limits)
        }
        return false
    }

    mutating func end(_ name: XMLName) {
        if name.is("p") { isInParagraph = false }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer, _ limits: RowLimits) {
        guard isInParagraph, !isTooLong else { return }
        isTooLong = text.count + bytes.count > limits.cell
        if !isTooLong { text.append(contentsOf: bytes) }
    }

    private mutating func append(byte: UInt8, _ count: Int64, _ limits: RowLimits) {
        isTooLong = isTooLong || Int64(text.count) + count > Int64(limits.cell)
        if !isTooLong { text.append(contentsOf: repeatElement(byte, count: Int(count))) }
    }
}
