import FoundationEssentials
import Model

/// Lays digests on the disk, whole or not at all.
struct DigestFiles {
    let directory: String

    /// - Returns: the path of the page.
    func write(_ digest: ReportPass.Digest, region: Int32) throws -> String {
        let stem =
            directory + "/\(region)-" + String(repeating: "0", count: max(0, 5 - "\(digest.number)".count))
            + "\(digest.number)" + (digest.translation.map { ".\($0.rawValue)" } ?? "")
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try Data(digest.text.utf8).write(to: URL(filePath: stem + ".txt"), options: .atomic)
            try Data(digest.page.utf8).write(to: URL(filePath: stem + ".html"), options: .atomic)
        } catch {
            throw StartFault(
                .stateDirectory,
                "\(directory): 无法写入日报，请检查权限和空间 / the digest cannot be written; check permissions and space: \(error.brief)"
            )
        }
        return stem + ".html"
    }
}
