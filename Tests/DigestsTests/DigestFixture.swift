import Model

/// Digests to lay out, made of as little as each test needs.
enum DigestFixture {
    /// 2026-03-10 08:00 in Asia/Shanghai.
    static let asOf = Instant(microseconds: 1_773_100_800_000_000)

    static func hours(_ hours: Int64) -> Instant { asOf.adding(seconds: hours * 3600) }

    static func entry(
        _ number: String? = "430800-2026-00012",
        check: String = "drunk-no-case",
        severity: Severity = .critical,
        unit: String = "430802000000",
        name: String = "永定大队",
        due: Int64 = -76,
        facts: String = "检测仪 JC-0117 第 20891 号记录，呼气 126 mg/100mL，张*，湘G***12",
        retrospective: Bool = false,
        remark: String = ""
    ) -> DigestEntry {
        DigestEntry(
            alertNumber: number,
            check: check,
            severity: severity,
            unit: unit,
            unitChinese: name,
            unitEnglish: name == "永定大队" ? "Yongding Brigade" : name,
            since: hours(due - 24),
            due: hours(due),
            factsChinese: facts,
            factsEnglish: facts.hasPrefix("检测仪")
                ? "tester JC-0117, record 20891, breath 126 mg/100mL, 张*, 湘G***12" : facts,
            retrospective: retrospective,
            remarkChinese: remark,
            remarkEnglish: remark
        )
    }

    static func check(
        _ id: String = "drunk-no-case",
        _ chinese: String = "醉驾检测无案件",
        _ english: String = "Drunk reading with no case",
        missing: [Kind] = [],
        clean: Int64 = 1200,
        notDue: Int64 = 20,
        undetermined: Int64 = 8,
        violated: Int64 = 6
    ) -> DigestCheck {
        DigestCheck(
            id: id,
            titleChinese: chinese,
            titleEnglish: english,
            legalBasis: ["《道路交通安全法》第九十一条", "《公安机关办理行政案件程序规定》第六十一条"],
            remedyChinese: "案件登记出现与该次查处相符的受案、行政或刑事案件；或附证据的办结理由",
            remedyEnglish: "a case that answers for this stop in the register, or a closing reason with evidence",
            missing: missing.map { MissingNeed(kind: $0) },
            clean: clean,
            notDue: notDue,
            undetermined: undetermined,
            violated: violated
        )
    }

    static func feed(
        _ name: String = "breath-tests",
        _ kind: Kind = .breathTest,
        read: Int64 = 1234,
        rejected: Int64 = 30
    ) -> DigestFeed {
        DigestFeed(
            name: name,
            kind: kind,
            deliveries: 12,
            unreadable: 1,
            read: read,
            stored: 1000,
            revised: 4,
            unchanged: 200,
            rejected: rejected,
            completeUntil: hours(-1),
            holding: 0,
            lastDelivery: hours(0),
            trouble: nil
        )
    }

    static func content(
        overdue: [DigestEntry] = [],
        new: [DigestEntry] = [],
        undetermined: [DigestEntry] = [],
        closed: [DigestEntry] = [],
        checks: [DigestCheck] = [check()],
        feeds: [DigestFeed] = [feed()],
        region: String = "张家界市"
    ) -> DigestContent {
        DigestContent(
            region: 430_800,
            regionChinese: region,
            regionEnglish: region == "张家界市" ? "Zhangjiajie" : region,
            number: 12,
            asOf: asOf,
            since: hours(-24),
            overdue: overdue,
            new: new,
            undetermined: undetermined,
            closed: closed,
            checks: checks,
            feeds: feeds
        )
    }
}
