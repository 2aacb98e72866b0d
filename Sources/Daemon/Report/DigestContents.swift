import Checks
import Model
import Postgres
import Settings
import Store

/// Gathers what a digest says.
struct DigestContents {
    private let configuration: Configuration
    private let asOf: Instant

    init(_ configuration: Configuration, asOf: Instant) {
        self.configuration = configuration
        self.asOf = asOf
    }

    private var region: Int32 { configuration.region }

    func gather(number: Int64, since: Instant?, _ session: borrowing Session) throws -> DigestContent {
        let alerts = try DigestStore.alerts(closedAfter: since, region: region, session)
        let waiting = try DigestStore.undetermined(region: region, session)
        let facts = try SubjectFacts(
            configuration,
            subjects: (alerts + waiting).map { ($0.check, $0.subject) },
            session
        )
        let open = alerts.filter(\.isOpen)
        let name = configuration.regions.first { $0.code == region }
        return DigestContent(
            region: region,
            regionChinese: name?.nameChinese ?? String(region),
            regionEnglish: name?.nameEnglish ?? String(region),
            number: number,
            asOf: asOf,
            since: since,
            overdue: open.filter { !isNew($0, since) }.map { entry($0, facts, remark: ("", "")) },
            new: open.filter { isNew($0, since) }.map { entry($0, facts, remark: ("", "")) },
            undetermined: waiting.map { entry($0, facts, remark: Wording.awaits($0.awaits)) },
            closed: alerts.filter { !$0.isOpen }.map { entry($0, facts, remark: Wording.closing($0.closedBecause)) },
            checks: try Self.checks(of: configuration, session),
            feeds: try DigestStore.feeds(region: region, session)
        )
    }

    private func isNew(_ alert: LetterAlert, _ since: Instant?) -> Bool {
        since.map { alert.raisedAt > $0 } ?? true
    }

    private func entry(
        _ alert: LetterAlert,
        _ facts: SubjectFacts,
        remark: (chinese: String, english: String)
    ) -> DigestEntry {
        let unit = UnitNames(configuration)[alert.unit]
        let told = facts[alert.check, alert.subject]
        return DigestEntry(
            alertNumber: alert.number?.text,
            check: alert.check,
            severity: alert.severity,
            unit: alert.unit,
            unitChinese: unit.chinese,
            unitEnglish: unit.english,
            since: alert.since,
            due: alert.due,
            factsChinese: told.chinese,
            factsEnglish: told.english,
            retrospective: alert.isRetrospective,
            remarkChinese: remark.chinese,
            remarkEnglish: remark.english
        )
    }

    /// What each check that is set up examined, and how it came out.
    static func checks(of configuration: Configuration, _ session: borrowing Session) throws -> [DigestCheck] {
        let census = try FindingStore.census(region: configuration.region, session)
        let faults = try FindingStore.faults(region: configuration.region, session)
        let sound = configuration.checks.filter(\.status.runs).map { check in
            let count = { (state: FindingState) in
                census.first { $0.check == check.id && $0.state == state }?.count ?? 0
            }
            return DigestCheck(
                id: check.id,
                titleChinese: check.titleChinese,
                titleEnglish: check.titleEnglish,
                legalBasis: check.legalBasis.map(\.text),
                remedyChinese: check.remedyChinese,
                remedyEnglish: check.remedyEnglish,
                missing: check.missing(among: configuration.feeds),
                fault: faults[check.id],
                clean: count(.holds),
                notDue: count(.notDue),
                undetermined: count(.undetermined),
                violated: count(.violated)
            )
        }
        return sound + refused(configuration)
    }

    /// Checks that were left out because their files are not sound: nobody may take their silence for a pass.
    private static func refused(_ configuration: Configuration) -> [DigestCheck] {
        let byFile = Dictionary(grouping: configuration.refusedChecks, by: \.file)
        return byFile.sorted { $0.key < $1.key }.map { file, problems in
            let name = file.split(separator: "/").last.map(String.init) ?? file
            return DigestCheck(
                id: name,
                titleChinese: "\(name)（核查文件有误，未加载）",
                titleEnglish: "\(name) (the file of the check is not sound and was left out)",
                legalBasis: [],
                remedyChinese: "改正核查文件后重新加载",
                remedyEnglish: "correct the file, then reload",
                missing: [],
                fault: problems.map(\.description).joined(separator: "; "),
                clean: 0,
                notDue: 0,
                undetermined: 0,
                violated: 0
            )
        }
    }
}
