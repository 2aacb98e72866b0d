import Settings

extension SourceHeader {
    /// Whether the names are those a feed promises.
    ///
    /// - Throws: `UnreadableDelivery` where one the feed maps is missing, or one stands there that it does not know.
    func check(against feed: FeedDefinition) throws(UnreadableDelivery) {
        let present = Set(names)
        let mapped = feed.columns.filter { $0.constant == nil }.flatMap(\.columns)
        let missing = mapped.filter { !present.contains($0) }
        guard missing.isEmpty else {
            let strange = names.filter { !mapped.contains($0) && !feed.ignoredColumns.contains($0) }
            // Where no mapped name is there, this may be no row of names at all, but one of people.
            let isHeader = mapped.contains(where: present.contains)
            throw .missingColumns(
                missing,
                line: line,
                strange: isHeader ? strange.filter { !RawRow.isValue($0) } : [],
                likely: likelyCause(feed, found: mapped.filter(present.contains))
            )
        }
        guard feed.unknownColumns == .refuse else { return }
        let known = Set(mapped + feed.ignoredColumns)
        let unknown = names.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw .unknownColumns(unknown, line: line) }
    }

    /// Why names are missing. In another character set than declared none that is more than ASCII could be found.
    private func likelyCause(_ feed: FeedDefinition, found: [String]) -> MissingColumnCause {
        guard case .csv(let dialect) = feed.format else { return .renamed }
        let isASCII = found.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        if looksLikeUTF8, dialect.encoding != .utf8, isASCII { return .encoding }
        let others = [",", ";", "\t", "|"].compactMap(\.utf8.first).filter { $0 != dialect.delimiter }
        let isUnparted = names.count == 1 && names.allSatisfy { $0.utf8.contains(where: others.contains) }
        return isUnparted ? .delimiter : .renamed
    }
}
