/// One way in which a feed does not bring what it is expected to.
package enum FeedSymptom: Equatable, Sendable {
    case silent(since: Instant)
    case dropped(VolumeDrop)
    case newColumns([String])
    case missingColumns([String])
    case rejects(delivery: Int64, rows: Int64, allowed: Int64)
}

extension FeedSymptom {
    /// What a feed suffers from at a time; empty where it is healthy.
    ///
    /// Silence, a drop and rejected rows hold the completeness of a feed back too, for a record may be missing then. New
    /// columns do not: every row was read. Neither do missing ones: without a column that is used nothing of a delivery
    /// is read at all, and one that is not used hides no record.
    package static func all(of feed: FeedObservation, by contract: FeedContract, at now: Instant) -> [FeedSymptom] {
        var symptoms: [FeedSymptom] = []
        if let rhythm = contract.rhythmSeconds, let last = feed.lastExport, last.adding(seconds: rhythm) < now {
            symptoms.append(.silent(since: last))
        }
        // The earliest holds the feed back; many of them would hide the rest.
        let drops = contract.volume?.drops(in: feed.volumes, isSnapshot: contract.isSnapshot) ?? []
        symptoms += drops.prefix(3).map { .dropped($0) }
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
        return symptoms
    }

    /// In one line, Chinese and English.
    package var sentence: String {
        switch self {
        case .silent(let since): "自 \(since.chinaMinuteText) 起无数据 / silent since then"
        case .dropped(let drop):
            "\(drop.day.text) 仅 \(drop.rows) 行，同星期中位数 \(drop.median) / rows, where the median of the weekday is \(drop.median)"
        case .newColumns(let names):
            "新列 / new columns: \(Self.list(names))"
        case .missingColumns(let names):
            "缺列 / columns that are gone: \(Self.list(names))"
        case .rejects(let delivery, let rows, let allowed):
            "交付 \(delivery) 退回 \(rows) 行，允许 \(allowed) / rejected rows in it, where \(allowed) are allowed"
        }
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
