import Model

extension RowRejection.Reason {
    /// What a person can do about rows rejected for it.
    var remedy: String {
        switch self {
        case .encoding, .binary:
            "核对字符集声明；确为坏字节的，请来源单位重新导出 / check the declared character set; if the bytes are bad, have the source export them again"
        case .unclosedQuote, .strayQuote:
            "核对 csv.quote；确为来源之误的，请其重新导出 / check csv.quote; if the source is at fault, have it export them again"
        case .fieldCount:
            "核对 csv.delimiter 与行形；标题、表尾等请在设置中说明 / check csv.delimiter and the shape of rows; declare titles and footers"
        case .tooLong:
            "核对引号与列；值过长的请来源单位更正 / check quotes and columns; a value too long is the source's to correct"
        case .cutOff:
            "文件不全，请来源单位重新导出；末行本无换行的写 csv.last_line: any / the file is cut off, have it exported again; if its "
                + "last line never ends write csv.last_line: any"
        case .missing:
            "核对列的映射与 absent；确缺的请来源单位补齐 / check the column's mapping and `absent`; what is truly missing is the source's to add"
        case .number, .alcoholRange:
            "核对列的映射与单位 unit / check the column's mapping and its `unit`"
        case .time:
            "为该列补充 format，或核对 zone 与设备时钟 / add a `format` to the column, or check `zone` and the device's clock"
        case .choice:
            "在该列的 values 中补充此值 / add the value to the column's `values`"
        case .syntax:
            "核对 json 的设置与来源的导出 / check the `json` settings and what the source exports"
        case .shape:
            "核对该列的 pattern、数据源的格式设置与来源的导出 / check the column's `pattern`, the format settings of the feed and what the source exports"
        case .orphan:
            "核对续行的设置；缺首行的请来源单位补齐 / check which rows go on; a first row that is missing is the source's to add"
        case .duplicate:
            "同一名称出现两次，请来源单位更正 / a name stands twice; the source's to correct"
        case .unknownColumn:
            "写入 columns 或 ignore，或设 unknown_columns: ignore / name it in `columns` or `ignore`, or set `unknown_columns: ignore`"
        }
    }
}
