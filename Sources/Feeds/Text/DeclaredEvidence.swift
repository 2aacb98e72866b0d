import Settings

/// Watches the cells of a delivery for signs that the declared character set is not the one it is written in, though all
/// of it decodes: Big5 or UTF-8 read as GB18030, UTF-8 read as a set of one byte a character.
///
/// The whole delivery is watched, in stretches, so that neither its beginning nor its length hides anything. After a
/// stretch that is plainly what was declared, one cell in four is looked at until a stretch is not.
struct DeclaredEvidence {
    private let encoding: TextEncoding
    private var pairs = PairEvidence()
    /// The set a stretch is written in, where it is not the declared one.
    private var found: TextEncoding?
    /// Whether every cell beyond ASCII is well-formed UTF-8 as well.
    private var isUTF8 = true
    /// How many cells that were.
    private var cellsOfUTF8 = 0
    /// Whether the last stretch was plainly in the declared set.
    private var isBorneOut = false
    /// Takes cells by chance: every fourth would be the same columns of every row.
    private var chance: UInt32 = 1

    /// Characters after which a stretch is judged.
    private static let stretch = 4096
    /// So many cells are no coincidence: a Chinese word in GB18030 is well-formed UTF-8 once in hundreds.
    private static let fewestCells = 4

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// Looks at the bytes of a cell beyond ASCII.
    mutating func take(_ bytes: Span<UInt8>) {
        if isUTF8 {
            isUTF8 = StrictUTF8.isWellFormed(bytes)
            cellsOfUTF8 += isUTF8 && StrictUTF8.holdsHan(bytes) ? 1 : 0
        }
        guard encoding == .gb18030 || encoding == .big5, !isBorneOut || isChosen() else { return }
        pairs.take(bytes)
        if pairs.pairs >= Self.stretch { judge() }
    }

    /// - Throws: `UnreadableDelivery` where the delivery, now that it has ended, is in another set.
    mutating func finish() throws(UnreadableDelivery) {
        judge()
        if isUTF8, cellsOfUTF8 >= Self.fewestCells { found = .utf8 }
        if let found { throw .contradicted(encoding, by: found) }
    }

    /// Whether this cell is one of the one in four. The numbers are those of the C standard's example generator.
    private mutating func isChosen() -> Bool {
        chance = chance &* 1_103_515_245 &+ 12345
        return chance >> 30 == 0
    }

    private mutating func judge() {
        isBorneOut = false
        switch (pairs.isVaried ? pairs.verdict : .unclear, encoding) {
        case (.big5, .gb18030): found = .big5
        case (.gb18030, .big5): found = .gb18030
        case (.gb18030, .gb18030), (.big5, .big5): isBorneOut = true
        default: break
        }
        pairs = PairEvidence()
    }
}

extension UnreadableDelivery {
    static func contradicted(_ declared: TextEncoding, by found: TextEncoding) -> UnreadableDelivery {
        let (declared, found) = (declared.rawValue, found.rawValue)
        return UnreadableDelivery(
            .encoding,
            explanation: "配置为 \(declared)，而文字是 \(found) / the feed declares \(declared), the text is \(found)",
            remedy: "把 encoding 改为 \(found) 或 detect / set `encoding` to \(found), or to detect"
        )
    }
}
