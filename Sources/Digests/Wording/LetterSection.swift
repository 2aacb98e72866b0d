import Model

/// One list of a digest: leads, undetermined matters or closed leads, in the order of units.
struct LetterSection {
    let standing: LetterEntry.Standing
    let heading: String
    let count: String
    /// What the list holds, where its heading does not say it.
    let note: String?
    let units: [Unit]
    /// What stands in place of an empty list.
    let none: String

    /// The entries of one unit, the one due first before all others.
    struct Unit {
        let name: String
        let code: String
        let entries: [LetterEntry]
    }

    static func all(of content: DigestContent, _ say: Wording) -> [LetterSection] {
        let checks = Dictionary(content.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func section(
            _ standing: LetterEntry.Standing,
            _ heading: String,
            _ entries: [DigestEntry],
            note: String? = nil
        ) -> LetterSection {
            let units = UnitOrder.grouped(entries).map { group in
                Unit(
                    name: group.name(say),
                    code: group.code,
                    entries: group.entries.map {
                        LetterEntry($0, check: checks[$0.check], standing: standing, asOf: content.asOf, say)
                    }
                )
            }
            return LetterSection(
                standing: standing,
                heading: heading,
                count: say.grouped(entries.count),
                note: note,
                units: units,
                none: say("无", "None")
            )
        }
        return [
            section(.open, say("一、前期逾期未办结", "1. Overdue: open since earlier digests"), content.overdue),
            section(.open, say("二、本期新增", "2. New in this period"), content.new),
            section(
                .undetermined,
                say("三、尚不能判定", "3. Undetermined"),
                content.undetermined,
                note: say(
                    "期限已过，但所需数据尚未到齐，有没有办理还看不出来。以下不是线索。",
                    "The deadline has passed, but the records that would show whether it was met have not all arrived. "
                        + "These are not leads."
                )
            ),
            section(.closed, say("四、本期办结", "4. Closed in this period"), content.closed),
        ]
    }
}
