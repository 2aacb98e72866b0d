/// Why columns a feed maps may be missing from a file.
enum MissingColumnCause {
    /// A name was changed, or the column left out.
    case renamed
    /// The names are in UTF-8 and declared to be in something else.
    case encoding
    /// The row of names is one cell, with another delimiter in it.
    case delimiter

    /// What a person does about it.
    var remedy: String {
        switch self {
        case .renamed:
            "核对 columns 与列名：改了名的写上新名，或请来源单位补齐 / check `columns` against the header: give a renamed column its new "
                + "name, or have the source export what is missing"
        case .encoding: "文件像是 UTF-8，请核对 csv.encoding / the file looks like UTF-8: check csv.encoding"
        case .delimiter:
            "列名行没有分开，请核对 csv.delimiter / the line of names is one cell: check csv.delimiter"
        }
    }
}
