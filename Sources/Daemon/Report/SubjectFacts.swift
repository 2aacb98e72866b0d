import Alerts
import Hashing
import Model
import Postgres
import Settings
import Store

/// One masked line about each subject.
struct SubjectFacts {
    private var lines: [AlertSubject: (chinese: String, english: String)] = [:]

    init(_ configuration: Configuration, subjects: [(check: String, subject: String)], _ session: borrowing Session)
        throws
    {
        let checks = Dictionary(configuration.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let region = configuration.region
        func keys(_ kind: SubjectKind) -> [String] {
            Set(subjects.filter { checks[$0.check]?.subject == kind }.map(\.subject)).sorted()
        }
        let stops = try FactsQuery.stops(keys(.stop), region: region, session)
        let notices = try FactsQuery.notices(keys(.notice), region: region, session)
        let setAside = subjects.filter { $0.check == IntakeRule.deliverySetAside.rawValue }.map(\.subject)
        let deliveries = try FactsQuery.deliveries(setAside, region: region, session)
        let details = try FactsQuery.details(subjects, region: region, session)
        for (check, subject) in subjects {
            let own =
                stops[subject].map(Self.line) ?? notices[subject].map(Self.line)
                ?? (check == IntakeRule.deliverySetAside.rawValue ? deliveries[subject].map(Self.line) : nil)
            let more = checks[check].flatMap { definition in
                details["\(check) \(subject)"].map { ShownDetails(definition, $0).line }
            }
            lines[AlertSubject(check: check, subject: subject)] = Self.joined(own ?? (subject, subject), more)
        }
    }

    subscript(check: String, subject: String) -> (chinese: String, english: String) {
        lines[AlertSubject(check: check, subject: subject)] ?? (subject, subject)
    }

    private static func joined(
        _ line: (chinese: String, english: String),
        _ more: (chinese: String, english: String)?
    ) -> (chinese: String, english: String) {
        guard let more, !more.chinese.isEmpty else { return line }
        return ("\(line.chinese)；\(more.chinese)", "\(line.english); \(more.english)")
    }

    private static func line(_ stop: FactsQuery.Stop) -> (chinese: String, english: String) {
        let value = stop.alcohol.map { "\($0)" } ?? "—"
        let number = stop.recordNo.map(String.init) ?? "—"
        let who = [stop.person, stop.personID, stop.plate].compactMap { $0 }.joined(separator: " ")
        let officer = stop.officer.isEmpty ? "—" : stop.officer
        return (
            "\(stop.testedAt.chinaMinuteText) 检测仪 \(stop.device) 记录号 \(number)，\(value) 毫克/100毫升，共\(stop.tests)次检测；"
                + "民警 \(officer)；被测人 \(who.isEmpty ? "未登记" : who)",
            "\(stop.testedAt.chinaMinuteText) device \(stop.device) record \(number), \(value) mg/100mL, "
                + "\(stop.tests) \(stop.tests == 1 ? "test" : "tests"); officer \(officer); person \(who.isEmpty ? "not recorded" : who)"
        )
    }

    private static func line(_ delivery: FactsQuery.Delivery) -> (chinese: String, english: String) {
        let hash = Hex.text(delivery.sha256).prefix(12)
        let at = delivery.receivedAt.chinaMinuteText
        return (
            "\(at) 收到文件 \(delivery.fileName)（交付 \(delivery.subject)，SHA-256 \(hash)…）；\(delivery.reason)",
            "\(at) received file \(delivery.fileName) (delivery \(delivery.subject), SHA-256 \(hash)…); \(delivery.reason)"
        )
    }

    private static func line(_ notice: FactsQuery.Notice) -> (chinese: String, english: String) {
        let robot = notice.robot ?? "—"
        let violation = notice.violation ?? "—"
        let score = notice.score.map { String($0) + "‰" } ?? "—"
        let reviewed = notice.reviewedAt?.chinaMinuteText
        let isTest = notice.robotStatus == "test"
        return (
            "\(notice.sentAt.chinaMinuteText) 短信 \(notice.key) 发往 \(notice.phone ?? "—")；机器人 \(robot)\(isTest ? "（调试）" : "") "
                + "记录 \(violation)，相似度 \(score)，\(reviewed.map { "审核 \($0)" } ?? "未审核")",
            "\(notice.sentAt.chinaMinuteText) message \(notice.key) to \(notice.phone ?? "—"); robot \(robot)\(isTest ? " (under test)" : "") "
                + "record \(violation), similarity \(score), \(reviewed.map { "reviewed \($0)" } ?? "not reviewed")"
        )
    }
}

extension AlertKey {
    /// As people write it, such as `430800-2026-00012`.
    package var text: String {
        AlertNumber(region: region, year: Int(year), serial: number)?.description ?? ""
    }
}
