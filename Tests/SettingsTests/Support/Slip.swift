import Testing

/// One slip in the sample, and the line it must earn.
struct Slip: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let line: String

    init(_ file: String, _ old: String, _ new: String, _ line: String) {
        self.file = file
        self.old = old
        self.new = new
        self.line = line
    }

    var testDescription: String { "\(file): \(new)" }

    /// What is said of the sample with this slip alone.
    func complaints() throws -> [String] {
        let folder = try SampleFolder()
        try folder.spoil(file, old, new)
        return folder.complaints()
    }
}
