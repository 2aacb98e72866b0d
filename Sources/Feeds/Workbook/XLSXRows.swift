import Model

/// The rows of a sheet of XLSX.
final class XLSXRows: XMLEvents, SheetRows {
    private(set) var row: CellRow
    private(set) var place = RowPlace(line: 0, byteOffset: 0, byteLength: 0)
    private let styles: CellStyles
    private let texts: SharedTexts
    private let is1904: Bool
    private let account: UnpackingAccount
    private var merged: MergedCells?
    private var stream: XMLStream?
    private let limits: RowLimits

    private var isInData = false
    private var rowNumber: Int64 = 0
    private var rowStart: Int64 = 0
    private var column = -1
    private var style = 0
    private var type = CellType.number
    private var value: [UInt8] = []
    private var isInValue = false
    private var isFormula = false
    private var hasValue = false
    private var phonetic = 0

    /// What the text of a cell is.
    private enum CellType { case number, shared, text, flag, date }

    /// - Parameters:
    ///   - styles: what numbers stand for.
    ///   - texts: those the cells share.
    ///   - is1904: whether days are counted from 1904, not 1900.
    ///   - merged: the cells to be filled with the value of another; nil to fill none.
    ///   - limits: what is too long.
    ///   - account: of the texts that are taken from those shared, for each may be taken many times.
    init(
        _ styles: CellStyles,
        _ texts: SharedTexts,
        is1904: Bool,
        merged: MergedCells?,
        limits: RowLimits,
        account: UnpackingAccount
    ) {
        (self.styles, self.texts, self.is1904, self.merged, self.account) = (styles, texts, is1904, merged, account)
        self.limits = limits
        row = CellRow(limits: limits)
    }

    /// Begins with the sheet's part.
    func open(_ source: any ByteSource) throws(UnreadableDelivery) { stream = try XMLStream(source, self) }

    var bytesDone: Int64 { stream?.bytesDone ?? 0 }

    func next() throws(UnreadableDelivery) -> Bool {
        guard let stream else { return false }
        while try stream.advance() {
            try merged?.fill(&row, at: rowNumber)
            row.arrange()
            if row.count > 0 || row.fault != nil { return true }
        }
        return false
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch depth {
        case 2: isInData = name.is("sheetData")
        case 3: if isInData, name.is("row") { beginRow(attributes) }
        case 4: if isInData, name.is("c") { beginCell(attributes) }
        case 5:
            isInValue = isInData && name.is("v")
            if isInValue { hasValue = true }
            if name.is("f") { isFormula = true }
        default:
            guard isInData else { return }
            if name.is("rPh") { phonetic += 1 }
            isInValue = name.is("t") && phonetic == 0 && type == .text
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        guard isInValue, row.fault == nil else { return }
        guard value.count + bytes.count <= limits.row else { return row.refuse(.tooLong(limits)) }
        value.append(contentsOf: bytes)
    }

    override func end(_ name: XMLName) {
        isInValue = false
        guard isInData else { return }
        switch depth {
        case 2: isInData = false
        case 3: if name.is("row") { endRow() }
        case 4:
            guard name.is("c") else { return }
            // What the cell says is not known; that it is empty would be a guess.
            if isFormula, !hasValue { return row.refuse(.formulaWithoutResult) }
            if !value.isEmpty { endCell() }
        default: if name.is("rPh") { phonetic -= 1 }
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        rowStart = position.lowerBound
        column = -1
        row.reset()
        rowNumber = min(CellReference.most, rowNumber + 1)
        if let text = attributes.text("r"), let number = Int64(text), (1...CellReference.most).contains(number) {
            rowNumber = number
        }
    }

    private func endRow() {
        place = RowPlace(
            line: rowNumber,
            byteOffset: rowStart,
            byteLength: max(0, position.upperBound - rowStart)
        )
        pause()
    }

    private func beginCell(_ attributes: XMLAttributes) {
        value.removeAll(keepingCapacity: true)
        (type, style, phonetic, isFormula, hasValue) = (.number, 0, 0, false, false)
        column += 1
        attributes.forEach { name, value in
            guard name.whole.count == 1, let letter = name.whole.first else { return }
            switch letter {
            case UInt8(ascii: "r"): if let place = CellReference(value) { column = place.column }
            case UInt8(ascii: "s"): style = Self.number(value) ?? 0
            case UInt8(ascii: "t"): type = Self.type(value)
            default: return
            }
        }
    }

    private func endCell() {
        // The text steps outside meanwhile, for a span of a class's own array may not be handed on.
        var text: [UInt8] = []
        swap(&text, &value)
        switch type {
        case .number: text.withUnsafeBytes(putNumber)
        case .shared: putShared(text)
        case .text: row.put(text.span, column)
        case .flag: row.put(column) { $0.append(contentsOf: (text == [UInt8(ascii: "1")] ? "true" : "false").utf8) }
        case .date: text.withUnsafeBytes { bytes in row.put(column) { ISODate.append(bytes, to: &$0) } }
        }
        text.removeAll(keepingCapacity: true)
        swap(&text, &value)
    }

    private func putNumber(_ text: UnsafeRawBufferPointer) {
        let format = styles.format(style)
        if format != .number, let serial = CellNumber.value(of: text) {
            var isDate = false
            row.put(column) { isDate = SerialDate.append(serial, format, is1904: is1904, to: &$0) }
            if isDate { return }
        }
        guard text.count <= limits.cell else { return row.refuse(.tooLong(limits)) }
        row.put(column) { CellNumber.append(text, to: &$0) }
    }

    private func putShared(_ text: [UInt8]) {
        guard let number = text.withUnsafeBytes(Self.number), let range = texts.range(number) else {
            return row.refuse(RowFault(.shape, nil, "引用了不存在的文字 / a cell refers to a text that is not there"))
        }
        do throws(UnreadableDelivery) {
            try account.add(range.count)
        } catch {
            return fail(error)
        }
        let all = texts.text
        row.put(all.span.extracting(range), column)
    }

    private static func number(_ text: UnsafeRawBufferPointer) -> Int? {
        guard !text.isEmpty, text.count <= 10 else { return nil }
        var number = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    private static func type(_ text: UnsafeRawBufferPointer) -> CellType {
        guard let first = text.first else { return .number }
        switch (first, text.count) {
        case (UInt8(ascii: "s"), 1): return .shared
        case (UInt8(ascii: "b"), 1): return .flag
        case (UInt8(ascii: "d"), 1): return .date
        case (UInt8(ascii: "n"), 1): return .number
        // Text of a formula, text in place, an error such as #N/A.
        default: return .text
        }
    }
}
