/// The two case registers. Every morning each hands over all its cases of the period.
struct CaseExports: Sendable {
    let world: World

    var county: FeedExport {
        FeedExport(
            folder: "cases-county",
            prefix: "cases",
            title: "张家界市公安局交通警察支队 案件登记表 导出时间 ",
            header: CaseColumn.allCases.map(\.county),
            times: (1...world.timetable.days).map(world.timetable.cases),
            rows: { window in rows(.county, at: window.to) }
        )
    }

    /// Falls silent three days before the end.
    var direct: FeedExport {
        FeedExport(
            folder: "cases-direct",
            prefix: "ajdj",
            dialect: Dialect(hasByteOrderMark: true, delimiter: ";", lineEnd: "\r\n"),
            header: CaseColumn.allCases.map(\.direct),
            times: (1...world.timetable.days - 3).map(world.timetable.cases),
            rows: { window in rows(.direct, at: window.to) }
        )
    }

    private func rows(_ register: CaseEntry.Register, at time: Int64) -> [Row] {
        world.cases.filter { $0.register == register && $0.isShown(at: time) }.map { entry in
            let line = CaseLine(entry: entry, world: world, time: time)
            return Row(fields: CaseColumn.allCases.map { line.text($0) })
        }
    }
}
