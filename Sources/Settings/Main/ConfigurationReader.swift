import FoundationEssentials
import Hashing
import Model

/// Reads the main file and everything it names.
struct ConfigurationReader {
    let root: Section
    let path: String
    let credentials: String?
    let findings: Findings

    private var base: String { Paths.folder(of: path) }

    func read() -> Configuration? {
        let database = root.optional("database").map(\.text) ?? ""
        let state = place("state_directory")
        let region = root.required("region")?.integer(100_000...999_999).map { Int32(clamping: $0) }
        let language = root.optional("language").map { $0.choice(Language.self) } ?? .chinese
        let pepper = place("pepper_file")
        let schedule = ScheduleReader(root: root).read()
        let retrospective = readRetrospective()
        let rules = RulesReader(root: root, base: base, region: region, findings: findings).read()
        root.finish()
        guard let database, let state, let region, let language, let pepper, let schedule, let retrospective, let rules
        else { return nil }
        return Configuration(
            path: path,
            database: database,
            stateDirectory: state,
            region: region,
            language: language,
            pepperFile: credentialPepper ?? pepper,
            pollSeconds: schedule.poll,
            reviewSeconds: schedule.review,
            digestMinute: schedule.digest,
            retrospectiveDays: retrospective,
            feeds: rules.feeds,
            checks: rules.checks,
            units: rules.units,
            regions: rules.regions,
            law: rules.law,
            fingerprint: rules.fingerprint,
            lawVersion: rules.lawVersion,
            refusedChecks: rules.refusedChecks
        )
    }

    private func place(_ key: String) -> String? {
        root.required(key)?.word.map { Paths.absolute($0, from: base) }
    }

    private var credentialPepper: String? {
        guard let credentials, FileManager.default.isReadableFile(atPath: credentials + "/id-pepper") else {
            return nil
        }
        return credentials + "/id-pepper"
    }

    private func readRetrospective() -> Int64? {
        guard let value = root.optional("retrospective_after") else { return 30 }
        guard let seconds = value.seconds(86400...36500 * 86400) else { return nil }
        guard seconds.isMultiple(of: 86400) else {
            value.refuse("不是整天 / not whole days", "写成如 30d / write it like 30d")
            return nil
        }
        return seconds / 86400
    }
}
