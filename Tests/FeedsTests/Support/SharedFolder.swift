import Foundation

/// Public data that stays out of the repository: the folder `shared` beside it, where there is one.
enum SharedFolder {
    private static let path = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    static func bytes(_ name: String) -> [UInt8]? { contents(of: path.appending(path: name).path) }

    static func contents(of file: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: file))).map { [UInt8]($0) }
    }

    static func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: path.appending(path: folder).path).sorted()
    }

    static func has(_ name: String) -> Bool { bytes(name) != nil }
}
