import Model
import Settings

/// A value of a source as it may be shown to whoever drafts a feed: numbers and times as they are, all else masked.
package enum MaskedSample {
    /// The value as it may be shown; `isTime` says whether the column holds times.
    package static func text(of value: String, isTime: Bool) -> String {
        if isTime || isHarmless(value) { return value }
        let type: any PersonalIdentifier.Type =
            switch ValueShape(value) {
            case .personID: PersonID.self
            case .plate: Plate.self
            case .phone: Phone.self
            case nil: PersonName.self
            }
        return masked(value, as: type)
    }

    static func masked(_ value: String, as type: any PersonalIdentifier.Type) -> String {
        var bytes = Array(value.utf8)
        let range = type.mask(0..<bytes.count, in: &bytes)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// A short number names nobody.
    private static func isHarmless(_ value: String) -> Bool {
        let isPlain = value.utf8.allSatisfy { (0x30...0x39).contains($0) || ".-+%,".utf8.contains($0) }
        return isPlain && value.utf8.count { (0x30...0x39).contains($0) } <= (value.contains(".") ? 24 : 6)
    }
}
