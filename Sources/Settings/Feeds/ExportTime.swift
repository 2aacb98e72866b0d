/// Reads the time of an export from the name of its file.
package struct ExportTime: Equatable, Sendable, Codable {
    /// A regular expression with one capture group holding the time.
    package var pattern: String
    /// The form of the captured time, such as `yyyyMMddHHmmss`.
    package var format: String
    /// IANA name or fixed offset of the time's zone.
    package var zone: String

    package init(pattern: String, format: String, zone: String) {
        self.pattern = pattern
        self.format = format
        self.zone = zone
    }
}
