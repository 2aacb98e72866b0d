import Model

extension DigestFixture {
    /// A digest with something of everything, as a prefecture might get it on an ordinary morning.
    static let rich = content(
        overdue: [
            entry("430800-2026-00003", unit: "430822000000", name: "桑植大队", due: -300),
            entry(),
            entry("430800-2026-00009", check: "blood-send-late", severity: .medium, due: -150),
        ],
        new: [
            entry(
                "430800-2026-00014",
                check: "sms-unreviewed",
                severity: .low,
                unit: "430821000000",
                name: "慈利大队",
                due: -2
            ),
            entry("430800-2026-00015", check: "filing-decision-overdue", severity: .high, due: -12),
            entry("430800-2026-00013", unit: "", name: "", due: -9000, retrospective: true),
        ],
        undetermined: [
            entry(nil, due: -3, remark: "案件登记的数据只到 2026-03-09 23:00，期限为 2026-03-10 05:00"),
            entry(nil, check: "reading-no-video", severity: .high, unit: "430811000000", name: "武陵源大队", due: -5),
        ],
        closed: [entry("430800-2026-00001", remark: "受案 2026-03-09 16:20，晚 43 小时；案件登记第 88 行")],
        checks: [
            check(),
            check("blood-send-late", "血样送检超期", "Blood sent late", clean: 311, notDue: 12, undetermined: 0, violated: 1),
            check("filing-decision-overdue", "立案审查超期", "Filing decision overdue", clean: 96, notDue: 7, violated: 1),
            check("sms-unreviewed", "未经审核或低置信度发送短信", "Notice sent without review or on a weak match"),
            check("reading-no-video", "检测无执法视频", "Positive test not on video", missing: [.recording, .camera]),
        ],
        feeds: [
            feed(), feed("cases", .caseFile), feed("notices", .notice, read: 1240),
            feed("robot-violations", .robotViolation),
        ]
    )
}
