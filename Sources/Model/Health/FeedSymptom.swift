/// One way in which a feed does not bring what it is expected to.
package enum FeedSymptom: Equatable, Sendable {
    case silent(since: Instant)
    case dropped(VolumeDrop)
    case shrunken(FeedObservation.Shrinkage)
    case repeated(FeedObservation.Repetition)
    case newColumns([String])
    case missingColumns([String])
    case rejects(delivery: Int64, rows: Int64, allowed: Int64)
    case disputed(FeedObservation.DisputedKeys)
}

extension FeedSymptom {
    /// What a feed suffers from at a time; empty where it is healthy.
    ///
    /// Silence, a drop, a register that shrank, a repetition and rejected rows hold the completeness of a feed back too,
    /// for a record may be missing then. New columns do not: every row was read. Neither do missing ones: without a column
    /// that is used nothing of a delivery is read at all, and one that is not used hides no record. Nor do rows of one key:
    /// each of them is kept.
    package static func all(of feed: FeedObservation, by contract: FeedContract, at now: Instant) -> [FeedSymptom] {
        var symptoms: [FeedSymptom] = []
        if let rhythm = contract.rhythmSeconds, let last = feed.lastExport, last.adding(seconds: rhythm) < now {
            symptoms.append(.silent(since: last))
        }
        // The earliest holds the feed back; many of them would hide the rest.
        let drops = contract.volume?.drops(in: feed.volumes, isSnapshot: contract.isSnapshot) ?? []
        symptoms += drops.prefix(3).map { .dropped($0) }
        if let shrinkage = feed.shrinkage { symptoms.append(.shrunken(shrinkage)) }
        if let repetition = feed.repetition { symptoms.append(.repeated(repetition)) }
        if let known = contract.knownColumns {
            let new = Set(feed.columns).subtracting(known)
            if !new.isEmpty { symptoms.append(.newColumns(new.sorted())) }
        }
        let missing = Set(feed.columnsBefore).subtracting(feed.columns)
        if !missing.isEmpty, !feed.columns.isEmpty { symptoms.append(.missingColumns(missing.sorted())) }
        if let delivery = feed.delivery, feed.rejected > contract.allowedRejections {
            symptoms.append(
                .rejects(delivery: delivery, rows: feed.rejected, allowed: contract.allowedRejections)
            )
        }
        if let disputed = feed.disputed, contract.sameKey == .doubt { symptoms.append(.disputed(disputed)) }
        return symptoms
    }

    /// In one line, Chinese and English.
    package var sentence: String {
        switch self {
        case .silent(let since): "自 \(since.chinaMinuteText) 起无数据 / silent since then"
        case .dropped(let drop):
            "\(drop.day.text) 仅 \(drop.rows) 行，同星期中位数 \(drop.median) / rows, where the median of the weekday is \(drop.median)"
        case .shrunken(let shrinkage): Self.sentence(of: shrinkage)
        case .repeated(let repetition):
            "交付 \(repetition.delivery) 与更早的交付 \(repetition.original) 字节相同，本次应有的行缺失，见 docket rejects list / has "
                + "the bytes of the earlier delivery \(repetition.original), its own rows are missing: docket rejects list"
        case .newColumns(let names):
            "新列 / new columns: \(Self.list(names))"
        case .missingColumns(let names):
            "缺列 / columns that are gone: \(Self.list(names))"
        case .rejects(let delivery, let rows, let allowed):
            "交付 \(delivery) 退回 \(rows) 行，允许 \(allowed) / rejected rows in it, where \(allowed) are allowed"
        case .disputed(let disputed):
            "交付 \(disputed.delivery) 有 \(disputed.keys) 个键各有几行而内容不同，只成同一记录的几个版本：用 docket feed try 查看并补足 key；确是先后版本的写 "
                + "same_key: versions / keys of it stand for rows that differ, which became versions of one record: look "
                + "with docket feed try and lengthen `key`; where they are versions, write same_key: versions"
        }
    }

    private static func sentence(of shrinkage: FeedObservation.Shrinkage) -> String {
        let (latest, moment) = (shrinkage.latest, shrinkage.latest.at.chinaMinuteText)
        guard let whole = shrinkage.whole, latest.rows > 0 else {
            return "\(moment) 的全量没有一行，不能证明任何记录缺失；可以为空的写 shrinkage: { empty: allow } / the register has no "
                + "row, which proves nothing absent; if it may be empty write shrinkage: { empty: allow }"
        }
        let day = ChinaTime.day(of: latest.at).text
        return "\(moment) 的全量 \(latest.rows) 行，此前 \(whole.rows) 行，不能证明记录缺失；属实则在 shrinkage.accepted 中写 \(day) / "
            + "rows in the register, \(whole.rows) before: it proves nothing absent; if it is so, write \(day) into "
            + "shrinkage.accepted"
    }

    /// The first names of columns, on one line whatever stands in them.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(longestList).map { ShownText.blankingNumbers($0.inOneLine) }
        let more = names.count > longestList ? [" … (\(names.count))"] : []
        return (shown + more).joined(separator: ", ")
    }

    /// Names in a line a person still reads.
    private static let longestList = 20
}
