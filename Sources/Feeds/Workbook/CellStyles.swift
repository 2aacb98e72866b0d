/// What the numbers of each style stand for.
final class CellStyles: XMLEvents {
    /// By the number of the style.
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var isInStyles = false

    /// More than any program writes.
    private static let most = 70_000

    /// What numbers of a style stand for; plain numbers where there is no such style.
    @inline(__always)
    func format(_ style: Int) -> NumberFormat { style < formats.count ? formats[style] : .number }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if depth == 2 { isInStyles = name.is("cellXfs") }
        guard depth == 3 else { return }
        if name.is("numFmt"), let id = number(attributes), let code = attributes.text("formatCode") {
            if custom.count < Self.most { custom[id] = NumberFormat(code: code) }
        } else if isInStyles, name.is("xf"), formats.count < Self.most {
            let id = number(attributes) ?? 0
            formats.append(custom[id] ?? NumberFormat(builtIn: id))
        }
    }

    private func number(_ attributes: XMLAttributes) -> Int? { attributes.text("numFmtId").flatMap(Int.init) }
}
