import Model

/// An identifier a text plainly is, by its shape alone.
package enum ValueShape: Equatable, Sendable {
    case personID, plate, phone

    /// Nil where it is none of them.
    package init?(_ text: String) {
        if Self.isSound(text, PersonID.self), text.utf8.prefix(14).count(where: { (0x30...0x39).contains($0) }) == 14 {
            self = .personID
        } else if Self.isSound(text, Plate.self), text.utf8.first.map({ $0 >= 0x80 }) == true {
            self = .plate
        } else if Self.isSound(text, Phone.self) {
            self = .phone
        } else {
            return nil
        }
    }

    private static func isSound(_ text: String, _ type: any PersonalIdentifier.Type) -> Bool {
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        return type.normalise(source.span, into: &bytes) == .value(defect: nil)
    }
}
