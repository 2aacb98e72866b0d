import FoundationEssentials

/// The YAML files a key names: folders, files, or a list of both.
struct SourceFiles {
    let value: Value
    let base: String
    let findings: Findings
    /// Whether folders within are looked through too.
    var isDeep = false

    /// In the order of their paths below each folder; hidden files and folders are left out.
    func paths() -> [String] {
        let places = (value.texts ?? []).map { Paths.absolute($0, from: base) }
        return places.flatMap { place -> [String] in
            var isFolder = false
            guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
                value.refuse("没有 \(place) / there is no \(place)", "检查路径，或建立它 / check the path, or create it")
                return []
            }
            guard isFolder else { return [place] }
            do {
                let names =
                    try isDeep
                    ? FileManager.default.subpathsOfDirectory(atPath: place)
                    : FileManager.default.contentsOfDirectory(atPath: place)
                return names.filter { name in
                    (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
                        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
                }
                .sorted().map { place + "/" + $0 }
            } catch {
                value.refuse("无法读取 \(place) / cannot read \(place)", "检查权限 / check its permissions")
                return []
            }
        }
    }
}
