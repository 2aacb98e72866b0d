import Settings

extension FileNature {
    /// What to call it, in Chinese and in English.
    var name: (chinese: String, english: String) {
        switch self {
        case .empty: ("空文件", "an empty file")
        case .xlsx: ("XLSX 工作簿", "an XLSX workbook")
        case .ods: ("ODS 工作簿", "an ODS workbook")
        case .xls: ("旧版 Excel 工作簿（XLS）", "an old Excel workbook (XLS)")
        case .zip: ("ZIP 压缩文件", "a ZIP archive")
        case .gzip: ("GZIP 压缩文件", "a GZIP archive")
        case .html: ("网页（HTML）", "a web page (HTML)")
        case .webArchive: ("网页存档（MHTML）", "a web archive (MHTML)")
        case .excelXML: ("XML 表格（Excel 2003 XML）", "an Excel 2003 XML spreadsheet")
        case .xml: ("XML", "XML")
        case .json: ("JSON", "JSON")
        case .text: ("纯文本，例如 CSV", "plain text, such as CSV")
        case .other(let name): Self.halves(name)
        }
    }

    private static func halves(_ name: String) -> (chinese: String, english: String) {
        let halves = name.split(separator: " / ", maxSplits: 1).map(String.init)
        guard let first = halves.first, let last = halves.last else { return (name, name) }
        return (first, last)
    }

    /// What a person does about it.
    ///
    /// - Parameter key: under which the feed describes its files; nil where there is no feed yet.
    /// - Returns: the advice.
    func remedy(inPlaceOf key: String?) -> Remark {
        let kept = key ?? "csv"
        switch self {
        case .xlsx, .ods, .xls: return Self.write("workbook: { header_row: find }", inPlaceOf: kept)
        case .json: return Self.write("json: { layout: document }", inPlaceOf: kept)
        case .xml: return Self.write("xml: { rows: … }", inPlaceOf: kept)
        case .text: return Self.write("csv: { encoding: detect, header_row: find }", inPlaceOf: kept)
        case .zip:
            let member = kept == "workbook" ? "*.xlsx" : "*.\(kept)"
            return Remark(
                "加上 packed: zip 和 members: [\"\(member)\"]，写压缩包里文件的名字",
                "add `packed: zip` and `members: [\"\(member)\"]`, with the names of the files in it"
            )
        case .gzip: return Remark("加上 packed: gzip", "add `packed: gzip`")
        case .html, .webArchive, .excelXML:
            return Remark(
                "它只是扩展名像 Excel：用 Excel 或 WPS 打开后另存为 XLSX，或请来源单位导出真正的 XLSX 或 CSV",
                "only its ending may look like Excel: open it in Excel or WPS and save it as XLSX, or have true XLSX or CSV exported"
            )
        case .empty, .other: return Remark("请导出为 CSV 或 XLSX", "have it exported as CSV or XLSX")
        }
    }

    private static func write(_ setting: String, inPlaceOf key: String) -> Remark {
        Remark(
            "用 \(setting) 代替 \(key)，docket feed draft 可按此文件拟出；或请来源单位改回原来的格式",
            "write `\(setting)` in place of `\(key)`, as docket feed draft does from this file; or have the former format exported"
        )
    }
}

extension UnreadableDelivery {
    /// The file is of another kind than the feed's.
    ///
    /// - Parameters:
    ///   - nature: what it is.
    ///   - format: what the feed's files are; nil where there is no feed yet.
    /// - Returns: the fault, with which setting fits.
    static func otherFormat(_ nature: FileNature, than format: FileFormat?) -> UnreadableDelivery {
        let (named, english) = nature.name
        let chinese = (named.first?.isASCII == true ? " " : "") + named
        let wanted = format.map(Self.name)
        return UnreadableDelivery(
            .otherFormat,
            explanation: wanted.map { "这不是 \($0)，而是\(chinese) / this is not \($0) but \(english)" }
                ?? "这不是表格，而是\(chinese) / this is no table but \(english)",
            remedy: nature.remedy(inPlaceOf: format?.key).both
        )
    }

    private static func name(_ format: FileFormat) -> String {
        switch format {
        case .csv: "CSV"
        case .json: "JSON"
        case .xml: "XML"
        case .workbook: "XLSX/ODS/XLS"
        }
    }
}
