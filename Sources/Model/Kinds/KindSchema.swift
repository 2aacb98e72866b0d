/// The fields of one kind of record, and which of them name a record for good.
package struct KindSchema: Equatable, Sendable {
    package let kind: Kind
    /// In column order: what a kind had when it was made comes first, what it learnt later behind.
    package let fields: [Field]
    /// How many of the fields the kind had when it was made. Of those behind them only what a record has counts in the hash
    /// of what it says, so that a record is not changed by a new version of this program.
    package let founding: Int
    /// The fields that together are the natural key, unless the feed says otherwise.
    package let naturalKey: [String]

    init(_ kind: Kind, key naturalKey: [String], _ fields: [Field], later: [Field] = []) {
        self.kind = kind
        self.naturalKey = naturalKey
        self.fields = fields + later
        founding = fields.count
    }

    package func index(of name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}
