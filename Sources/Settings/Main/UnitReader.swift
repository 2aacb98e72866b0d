import Model

/// Reads the units of the police and the names of regions.
struct UnitReader {
    let root: Section
    /// The region that must have a name; nil where it is not known.
    let region: Int32?

    func read() -> (units: [Unit], regions: [RegionName])? {
        defer { root.finish() }
        let regions = entries("regions") { section -> RegionName? in
            let code = section.required("code")?.integer(100_000...999_999)
            guard let name = BilingualReader(section.required("name")).read(), let code else { return nil }
            return RegionName(code: Int32(clamping: code), nameChinese: name.chinese, nameEnglish: name.english)
        }
        let units = entries("units") { section -> Unit? in
            let code = section.required("code").flatMap { organisation($0) }
            guard let name = BilingualReader(section.required("name")).read(), let code else { return nil }
            return Unit(code: code, nameChinese: name.chinese, nameEnglish: name.english)
        }
        guard let regions, let units else { return nil }
        if let region, !regions.contains(where: { $0.code == region }) {
            root.problem("regions", "地区 \(region) 没有名称 / the region \(region) has no name", "补上这一条 / add the entry")
        }
        return (units, regions)
    }

    /// The entries of a list, of which no two may have the same code.
    private func entries<Entry>(_ key: String, _ read: (Section) -> Entry?) -> [Entry]? {
        guard let list = root.required(key)?.list else { return nil }
        var codes: Set<String> = []
        let entries = list.map { value -> Entry? in
            let section = value.inner
            defer { section.finish() }
            let entry = read(section)
            if let code = section.optional("code")?.word, !codes.insert(code).inserted {
                section.problem("code", "代码重复 / the code is there already", "只保留一条 / keep one entry")
            }
            return entry
        }
        return entries.contains { $0 == nil } ? nil : entries.compactMap { $0 }
    }

    private func organisation(_ value: Value) -> String? {
        guard let text = value.word else { return nil }
        guard text.utf8.count == 12, text.isDigits else {
            value.refuse("不是机构代码 / not an organisation code", "写12位数字，并加引号 / write twelve digits, in quotes")
            return nil
        }
        return text
    }
}
