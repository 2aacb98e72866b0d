import Model

/// The feeds, each with the account that shows nothing it brought was lost.
struct LetterFeeds {
    let heading: String
    let columns: [String]
    let rows: [Row]
    let none: String

    struct Row {
        let name: String
        let kind: String
        let deliveries: String
        let unreadable: String
        let account: Account
        let completeUntil: String
        let lastDelivery: String
        /// What a person must see to; empty where all is well.
        let warnings: [String]
    }

    /// Rows read = stored + revised + unchanged + rejected.
    struct Account {
        let read: Letter.Line
        let parts: [Letter.Line]
        /// What is wrong with the sum; nil where it adds up.
        let discrepancy: String?

        var equation: String {
            "\(read.label) \(read.text) = " + parts.map { "\($0.label) \($0.text)" }.joined(separator: " + ")
        }
    }

    init(_ feeds: [DigestFeed], _ say: Wording) {
        heading = say("六、数据源", "6. Feeds")
        columns = [
            say("数据源", "Feed"), say("交付", "Deliveries"), say("无法读取", "Unreadable"), say("逐行核对", "Account of rows"),
            say("数据完整至", "Complete until"), say("最近交付", "Last delivery"),
        ]
        none = say("无", "None")
        rows = feeds.sorted { $0.name < $1.name }.map { feed in
            Row(
                name: feed.name,
                kind: say.kind(feed.kind),
                deliveries: say.grouped(feed.deliveries),
                unreadable: say.grouped(feed.unreadable),
                account: Self.account(of: feed, say),
                completeUntil: feed.completeUntil.map(say.moment) ?? say("从未确认完整", "never known"),
                lastDelivery: feed.lastDelivery.map(say.moment) ?? say("尚无", "none yet"),
                warnings: Self.warnings(of: feed, say)
            )
        }
    }

    private static func warnings(of feed: DigestFeed, _ say: Wording) -> [String] {
        let count = say.grouped(feed.holding)
        let held =
            feed.holding == 0
            ? nil
            : say(
                "\(count)次交付有退回行或无法读取，尚未处理，完整时点不再前移",
                "\(say.counted(feed.holding, "delivery", "deliveries")) with rejected rows, or unreadable, not seen to: complete no further"
            )
        let open =
            feed.rejectedOpen == 0
            ? nil
            : say(
                "\(say.grouped(feed.rejectedOpen))个退回行待处理",
                "\(say.counted(feed.rejectedOpen, "rejected row waits", "rejected rows wait")) to be seen to"
            )
        let isGap = feed.lagsBehindProof && feed.holding == 0 && feed.trouble == nil
        let gap =
            isGap
            ? say(
                "导出有空当或有文件待取，完整时点停在空当之前",
                "a gap in the exports, or a file that waits: complete no further than before it"
            )
            : nil
        let trouble = feed.trouble.map { say("最近一次取数失败：\($0)", "the last poll failed: \($0)") }
        let gone =
            feed.missed + feed.vanished == 0
            ? nil
            : say(
                "\(say.grouped(feed.vanished))条记录已从全量中消失，另有\(say.grouped(feed.missed))条一次未见",
                "\(say.counted(feed.vanished, "record", "records")) vanished from the register, \(say.grouped(feed.missed)) more missed once"
            )
        return [open, held, gap, gone, trouble].compactMap { $0 }
            + feed.symptoms.map { say("不合约定：\($0)", "not as expected: \($0)") }
    }

    private static func account(of feed: DigestFeed, _ say: Wording) -> Account {
        let missing = feed.unaccounted
        let off = say.grouped(missing.magnitude)
        return Account(
            read: (say("读入", "read"), say.grouped(feed.read)),
            parts: [
                (say("新存", "stored"), say.grouped(feed.stored)),
                (say("修订", "revised"), say.grouped(feed.revised)),
                (say("未变", "unchanged"), say.grouped(feed.unchanged)),
                (say("剔除", "rejected"), say.grouped(feed.rejected)),
            ],
            discrepancy: missing == 0 ? nil : say("账目不符，相差 \(off) 行", "does not add up: off by \(off)")
        )
    }
}

extension DigestFeed {
    /// Rows read and found nowhere again; zero unless Docket itself is at fault.
    var unaccounted: Int128 {
        Int128(read) - [stored, revised, unchanged, rejected].reduce(0) { $0 + Int128($1) }
    }
}
