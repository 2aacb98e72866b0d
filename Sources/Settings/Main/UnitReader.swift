import Model

/// Reads the units of the police and the names of regions.
struct UnitReader {
    let root: Section

    func read() -> (units: [Unit], regions: [RegionName])? {
        let regions = (root.required("regions")?.list ?? []).map { value -> RegionName? in
            let section = value.inner
            defer { section.finish() }
            let code = section.required("code")?.integer(100_000...999_999)
            guard let code, let name = name(section) else { return nil }
            return RegionName(code: Int32(clamping: code), nameChinese: name.chinese, nameEnglish: name.english)
        }
        let units = (root.required("units")?.list ?? []).map { value -> Unit? in
            let section = value.inner
            defer { section.finish() }
            guard let code = section.required("code"), let text = code.word, let name = name(section) else {
                return nil
            }
            guard text.count == 12, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                code.refuse("应为12位机构代码 / expected an organisation code of twelve digits")
                return nil
            }
            return Unit(code: text, nameChinese: name.chinese, nameEnglish: name.english)
        }
        root.finish()
        guard !units.contains(nil), !regions.contains(nil) else { return nil }
        return (units.compactMap { $0 }, regions.compactMap { $0 })
    }

    private func name(_ section: Section) -> (chinese: String, english: String)? {
        guard let inner = section.required("name")?.inner else { return nil }
        defer { inner.finish() }
        guard let chinese = inner.required("zh")?.word, let english = inner.required("en")?.word else { return nil }
        return (chinese, english)
    }
}
