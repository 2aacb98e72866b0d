/// Slips in how the files are said to be written.
extension SpoiltFeedTests {
    static let formats = [
        earns(
            csv,
            "json: { layout: document }\n" + csv,
            "9:7 json: csv 与 json 只能写一个 / both csv and json are given — 只留一个 / keep one of them"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, header_row: none }",
            "9:37 csv.header_row: 没有列名行，也没有 names / no row of names, and no `names` — "
                + "按文件中的次序写 names: [列名, …] / give names: [name, …] in the order of the columns"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, names: [设备编号] }",
            "9:32 csv.names: 文件有列名行，不用另写列名 / the file has a row of names, none are to be given — "
                + "删除 names；文件没有列名行时写 header_row: none / remove `names`, or set header_row: none"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, header_row: none, names: [a, a] }",
            "9:50 csv.names: 列表有重复 / the list repeats itself — 每项只写一次 / write each entry once"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, header_row: none, names: [设备编号, 记录号, 检测时间, 测试值, 测试模式] }",
            "11:3 columns: csv.names 中没有 号牌 / csv.names has no 号牌 — 写成 names 中的名称 / write one of the names given there"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, continuation: { when_empty: [记录号], fill: [] } }",
            "9:66 csv.continuation.fill: 列表为空 / the list is empty — 至少写一项 / write at least one entry"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, header_row: none, names: [设备编号, 记录号, 检测时间, 测试值, 测试模式, 号牌], header_rows: 2 }",
            "9:97 csv.header_rows: 文件没有列名行 / the file has no row of names — 删除 header_rows / remove `header_rows`"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, last_line: whole }",
            "9:36 csv.last_line: 没有 whole 这个取值 / there is no whole here — 写其中之一 / write one of: ended, any"
        ),
        earns(
            csv,
            "csv: { encoding: utf-8, header_row: seek }",
            "9:37 csv.header_row: 不是此范围的整数 / not a whole number in range — 写1至1000的整数 / write a whole number from 1 to 1000"
        ),
        earns(
            csv,
            "json: { layout: line }",
            "9:17 json.layout: 没有 line 这个取值 / there is no line here — 应为 lines? / did you mean lines?"
        ),
        earns(
            csv,
            "json: { layout: lines, rows: data }",
            "9:30 json.rows: layout: lines 每行就是一条，没有 rows / with layout: lines each line is a row, there is no path "
                + "to them — 删除 rows，或改为 layout: document / remove `rows`, or set layout: document"
        ),
        earns(
            csv,
            "workbook: { sheet: 1, sheets: [a] }",
            "9:31 workbook.sheets: sheet 与 sheets 只能写一个 / both sheet and sheets are given — 删除其中一个 / remove one of the two"
        ),
        earns(
            csv,
            "workbook: { merged: all }",
            "9:21 workbook.merged: 没有 all 这个取值 / there is no all here — 应为 fill? / did you mean fill?"
        ),
        earns(
            csv,
            "xml: { rows: /export/row }",
            "9:14 xml.rows: 不是用 / 分隔的元素名 / not names of elements with / between them — "
                + "从最外层写到一行的元素，如 export/data/record / from the outermost to that of a row, such as export/data/record"
        ),
        earns(
            csv,
            csv + "\nmembers: [\"*.csv\"]",
            "10:10 members: 没有 packed: zip，就没有成员 / without packed: zip there are no members — "
                + "删除 members，或写 packed: zip / remove `members`, or set packed: zip"
        ),
        earns(
            csv,
            csv + "\npacked: zip",
            "10:9 packed: 没有说明取哪些成员 / which members to take is not said — "
                + "如 members: [\"*.csv\"] / such as members: [\"*.csv\"]"
        ),
        earns(
            csv,
            csv + "\npacked: rar",
            "10:9 packed: 没有 rar 这个取值 / there is no rar here — 写其中之一 / write one of: gzip, zip"
        ),
        earns(
            csv,
            "json: { layout: document, rows: data..list }",
            "9:33 json.rows: 不是用点分隔的名称 / not names with dots between them — "
                + "如 data.list；整个文件就是数组时删除 rows / such as data.list; remove `rows` where the file is the array itself"
        ),
    ]
}
