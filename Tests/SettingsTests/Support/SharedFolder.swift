import FoundationEssentials

/// Public data that stays out of the repository: the folder `shared` beside it, where there is one.
enum SharedFolder {
    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: Repository.shared + "/" + name) }

    /// The files of a folder by name.
    static func files(_ name: String) throws -> [String: [UInt8]] {
        let folder = Repository.shared + "/" + name
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[file] = try [UInt8](Data(contentsOf: URL(filePath: folder + "/" + file)))
        }
        return files
    }
}
