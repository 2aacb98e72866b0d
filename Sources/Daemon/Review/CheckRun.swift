import Checks
import Model
import Postgres
import Settings
import Store

/// One check, asked about subjects or about everything.
struct CheckRun {
    let check: CheckDefinition
    /// What its SQL returns.
    let columns: [String]
    /// Cases that are in their registers no more: of these only checks of vanishing speak (ruling 8).
    let vanished: Set<String>
    let region: Int32

    init(_ check: CheckDefinition, columns: [String], vanished: Set<String>, region: Int32) {
        self.check = check
        self.columns = columns
        self.vanished = vanished
        self.region = region
    }

    /// What it says of the subjects; of everything where there are none given, or none of its kind.
    ///
    /// - Throws: `DatabaseError`, `SQLTemplateError`.
    func answers(_ subjects: ReviewSubjects?, _ session: borrowing Session) throws -> [CheckQuery.Answer] {
        var keys = subjects?.keys[check.subject]
        if keys == nil, check.subject.isPeriod {
            keys = try SubjectQuery.periods(check.subject, region: region, session)
        }
        if let keys, keys.isEmpty { return [] }
        let template = try SQLTemplate(check.sql, confined: keys != nil)
        let answers = try CheckQuery.run(
            template.sql,
            columns: columns,
            shown: check.columns.map(\.name),
            parameters(of: template, keys ?? []),
            session
        )
        guard check.subject == .caseFile, !vanished.isEmpty, !check.speaksOfVanishing else { return answers }
        return answers.filter { !vanished.contains($0.scope) }
    }

    /// What its SQL returns, asked of the server.
    ///
    /// - Throws: `DatabaseError` where the SQL is not sound, `SQLTemplateError`.
    static func columns(of check: CheckDefinition, region: Int32, _ session: borrowing Session) throws -> [String] {
        let template = try SQLTemplate(check.sql)
        let run = CheckRun(check, columns: [], vanished: [], region: region)
        return try CheckQuery.columns(of: template.sql, run.parameters(of: template, []), session)
    }

    private func parameters(of template: SQLTemplate, _ keys: [String]) -> [Parameter] {
        let bounds = SubjectQuery.bounds(keys, of: check.subject)
        return template.parameters.map { name in
            switch name {
            case "region": .integer32(region)
            case "subjects": .texts(check.subject.isPeriod ? bounds.names : keys)
            case "starts": .instants(bounds.starts.map(\.microseconds))
            case "ends": .instants(bounds.ends.map(\.microseconds))
            default:
                switch check.parameters[name] {
                case .integer(let value): .integer(value)
                case .text(let value): .text(value)
                case nil: .null
                }
            }
        }
    }
}
