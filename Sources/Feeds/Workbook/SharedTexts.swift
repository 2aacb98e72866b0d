/// The texts the cells of a workbook share, one behind the other in one buffer.
final class SharedTexts: XMLEvents {
    private(set) var text: [UInt8] = []
    private(set) var ends: [UInt32] = []
    /// In how many elements that hold no text of the cell itself: those that say how it is read aloud.
    private var phonetic = 0
    private var isInText = false

    /// Bytes of all texts, and how many there may be: room for a million rows of three texts each.
    private static let mostBytes = 160 << 20
    private static let mostTexts = 8 << 20

    /// Where a text stands; nil where there is none of this number.
    @inline(__always)
    func range(_ number: Int) -> Range<Int>? {
        guard number >= 0, number < ends.count else { return nil }
        return (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard depth > 2 else { return }
        if name.is("rPh") { phonetic += 1 }
        isInText = name.is("t") && phonetic == 0
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        guard isInText else { return }
        text.append(contentsOf: bytes)
        if text.count > Self.mostBytes { fail(.tooManyTexts(Self.mostBytes)) }
    }

    override func end(_ name: XMLName) {
        isInText = false
        if depth > 2, name.is("rPh") { phonetic -= 1 }
        guard depth == 2, name.is("si") else { return }
        ends.append(UInt32(clamping: text.count))
        if ends.count > Self.mostTexts { fail(.tooManyTexts(Self.mostBytes)) }
    }
}
