import FoundationEssentials
import Model

/// Lays digests on the disk, whole or not at all.
struct DigestFiles {
    let directory: String
    let region: Int32

    /// Where the page of the digest lies once it is written.
    func page(of digest: ReportPass.Digest) -> String { stem(of: digest) + ".html" }

    /// - Throws: `DigestFault`.
    func write(_ digest: ReportPass.Digest) throws(DigestFault) {
        let stem = stem(of: digest)
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try Data(digest.text.utf8).write(to: URL(filePath: stem + ".txt"), options: .atomic)
            try Data(digest.page.utf8).write(to: URL(filePath: stem + ".html"), options: .atomic)
        } catch {
            throw DigestFault(directory: directory, detail: error.brief)
        }
    }

    private func stem(of digest: ReportPass.Digest) -> String {
        let number = "\(digest.number)"
        return "\(directory)/\(region)-" + String(repeating: "0", count: max(0, 5 - number.count)) + number
            + (digest.translation.map { ".\($0.rawValue)" } ?? "")
    }
}
