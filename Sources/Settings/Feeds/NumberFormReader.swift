import Model

/// Reads which marks stand within the numbers of a column.
struct NumberFormReader {
    let section: Section

    func read() -> NumberForm? {
        let decimal = section.optional("decimal").map { mark($0, among: [".", ","]) }
        let grouping = section.optional("grouping").map { mark($0, among: [".", ",", " ", "'"]) }
        if case .some(.none) = decimal { return nil }
        if case .some(.none) = grouping { return nil }
        guard let grouping, grouping == decimal else {
            return NumberForm(decimal: decimal ?? nil, grouping: grouping ?? nil)
        }
        section.problem(
            "grouping",
            "千位与小数用同一符号 / one mark parts both thousands and fraction",
            "用不同的符号 / use two marks"
        )
        return nil
    }

    private func mark(_ value: Value, among known: [String]) -> UInt8? {
        guard let text = value.text else { return nil }
        guard known.contains(text) else {
            let list = known.map { "\"\($0)\"" }.joined(separator: ", ")
            value.refuse("不是可用的符号 / no such mark", "写其中之一，并加引号 / write one of these, in quotes: \(list)")
            return nil
        }
        return text.utf8.first
    }
}
