import Settings

extension SourceHeader {
    /// Whether the names are those a feed promises.
    ///
    /// - Throws: `UnreadableDelivery` where one the feed maps is missing, or one stands there that it does not know.
    func check(against feed: FeedDefinition) throws(UnreadableDelivery) {
        let present = Set(names)
        let mapped = feed.columns.filter { $0.constant == nil }.flatMap(\.columns)
        let missing = mapped.filter { !present.contains($0) }
        guard missing.isEmpty else { throw .missingColumns(missing, header: self) }
        guard feed.unknownColumns == .refuse else { return }
        let known = Set(mapped + feed.ignoredColumns)
        let unknown = names.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw .unknownColumns(unknown, line: line) }
    }
}
