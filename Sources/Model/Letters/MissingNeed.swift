/// What a check lacks to be run: a feed of a kind, or a field that some feed of the kind does not map.
package struct MissingNeed: Hashable, Sendable {
    package let kind: Kind
    /// Nil where no feed brings the kind at all.
    package let field: String?

    package init(kind: Kind, field: String? = nil) {
        self.kind = kind
        self.field = field
    }

    /// In short, such as `recording` or `recording.ended_at`.
    package var code: String { field.map { "\(kind.rawValue).\($0)" } ?? kind.rawValue }
}
