import Settings

/// What a heading says beside its name.
package enum ColumnName {
    /// Without what stands in brackets at its end, such as a unit.
    package static func bare(_ name: String) -> String {
        guard let open = name.firstIndex(where: { "(（[【".contains($0) }), open > name.startIndex else { return name }
        return String(name[..<open])
    }

    /// What stands in brackets.
    package static func bracketed(_ name: String) -> String? {
        guard let open = name.firstIndex(where: { "(（[【".contains($0) }) else { return nil }
        let rest = name[name.index(after: open)...]
        return String(rest.prefix { !")）]】".contains($0) })
    }

    /// Whether a column bears a name of the trade.
    static func bears(_ column: String, _ name: String) -> Bool {
        let wanted = Synonyms.folded(name)
        return Synonyms.folded(column) == wanted || Synonyms.folded(bare(column)) == wanted
    }

    /// The last of names within one another; nil where there is but one, or it stands in a list.
    static func last(_ name: String) -> String? {
        let names = name.split { $0 == "." || $0 == "/" }
        guard names.count > 1, !names.contains(where: { $0.allSatisfy(\.isNumber) }) else { return nil }
        return names.last.map(String.init)
    }
}
