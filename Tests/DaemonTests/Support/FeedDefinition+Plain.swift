import Model
import Settings

extension FeedDefinition {
    /// A feed of one kind whose columns bear the names of the fields and whose values are written in the canonical form.
    static func plain(_ kind: Kind, name: String, region: Int32, folder: String) -> FeedDefinition {
        FeedDefinition(
            name: name,
            kind: kind,
            region: region,
            serves: [],
            source: .folder(FolderSource(path: folder, files: ["*.csv"], settleSeconds: 0)),
            contents: .increment,
            allowedRejections: 0,
            exportTime: ExportTime(pattern: #"_(\d{14})\.csv$"#, format: "yyyyMMddHHmmss", zone: "Asia/Shanghai"),
            format: .csv(
                CSVDialect(
                    encoding: .utf8,
                    delimiter: UInt8(ascii: ","),
                    quote: UInt8(ascii: "\""),
                    layout: TableLayout(heading: .row(1))
                )
            ),
            key: .fields(kind.schema.naturalKey),
            columns: kind.schema.fields.map(ColumnMapping.plain),
            ignoredColumns: [],
            unknownColumns: .refuse
        )
    }
}

extension ColumnMapping {
    fileprivate static func plain(_ field: Field) -> ColumnMapping {
        var mapping = ColumnMapping(field: field.name, columns: [field.name])
        switch field.type {
        case .instant: (mapping.formats, mapping.zone) = (["yyyy-MM-dd HH:mm:ss"], "Asia/Shanghai")
        case .date: mapping.formats = ["yyyy-MM-dd"]
        case .alcohol: mapping.unit = "mg/100mL"
        default: break
        }
        return mapping
    }
}
