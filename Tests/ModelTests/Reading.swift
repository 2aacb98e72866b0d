import Model

/// What an identifier made of a text, as text again.
struct Reading: Equatable, CustomStringConvertible {
    var outcome: IdentifierOutcome
    var appended: String

    var description: String { "\(outcome) \(appended)" }

    /// Reads after bytes that are there already and must stay as they are.
    init(_ text: String, by normalise: (Span<UInt8>, inout [UInt8]) -> IdentifierOutcome) {
        let source = Array(text.utf8)
        var bytes = Array("before".utf8)
        outcome = normalise(source.span, &bytes)
        let whole = String(decoding: bytes, as: UTF8.self)
        appended = whole.hasPrefix("before") ? String(whole.dropFirst(6)) : "the bytes before were changed"
    }

    init(_ outcome: IdentifierOutcome, _ appended: String) {
        self.outcome = outcome
        self.appended = appended
    }

    static let absent = Reading(.absent, "")
    static func sound(_ text: String) -> Reading { Reading(.value(defect: nil), text) }
    static func flawed(_ text: String, _ defect: DefectReason) -> Reading { Reading(.value(defect: defect), text) }
    static func masked(_ text: String) -> Reading { Reading(.masked, text) }
}

extension PersonalIdentifier {
    static func masked(_ clear: String) -> String {
        var bytes = Array(clear.utf8)
        let range = mask(0..<bytes.count, in: &bytes)
        return String(decoding: bytes[range], as: UTF8.self)
    }
}
