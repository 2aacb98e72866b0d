import FoundationEssentials
import Model
import Postgres
import Settings
import Store

/// Writes down the rules a review goes by, so that an alert's rule can be read years later, and the feeds there are.
struct RuleRegistration {
    let configuration: Configuration

    func run(_ session: borrowing Session) throws {
        try RuleStore.save(configuration.checks.map(RuleStore.Rule.init), units: configuration.units, session)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try LawStore.save(
            configuration.law.thresholds,
            version: configuration.lawVersion,
            content: String(decoding: try encoder.encode(configuration.law), as: UTF8.self),
            session
        )
        for feed in configuration.feeds {
            try FeedStore.register(feed.name, kind: feed.kind, serves: feed.serves, region: feed.region, session)
        }
    }
}

extension RuleStore.Rule {
    init(_ check: CheckDefinition) {
        self.init(
            check: check.id,
            version: check.version,
            titleChinese: check.titleChinese,
            titleEnglish: check.titleEnglish,
            legalBasis: check.legalBasis.map(\.text),
            remedyChinese: check.remedyChinese,
            remedyEnglish: check.remedyEnglish,
            sql: check.sql,
            number: check.number,
            source: check.source
        )
    }
}
