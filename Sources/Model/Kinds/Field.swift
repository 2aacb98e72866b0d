/// One field of a kind of record.
package struct Field: Equatable, Sendable {
    package let name: String
    package let type: FieldType
    /// A row without a required field is rejected.
    package let isRequired: Bool

    /// A time that may lie ahead of the export: when something expires, who will be on duty.
    package let isAhead: Bool

    package init(_ name: String, _ type: FieldType, required: Bool = false, ahead: Bool = false) {
        self.name = name
        self.type = type
        self.isRequired = required
        isAhead = ahead
    }
}
