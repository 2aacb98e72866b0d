/// The fields of one kind of record, and which of them name a record for good.
package struct KindSchema: Equatable, Sendable {
    package let kind: Kind
    package let fields: [Field]
    /// The fields that together are the natural key, unless the feed says otherwise.
    package let naturalKey: [String]

    init(_ kind: Kind, key naturalKey: [String], _ fields: [Field]) {
        self.kind = kind
        self.naturalKey = naturalKey
        self.fields = fields
    }

    package func index(of name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}
