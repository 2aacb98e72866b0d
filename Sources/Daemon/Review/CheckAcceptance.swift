import Checks
import Model
import Postgres
import Settings
import Store

/// Tries every check by its own examples before it judges anybody: one that does not fire where its file says so, or does
/// not stay silent, is refused, and the others go on.
struct CheckAcceptance {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    /// Whether a check that runs was not tried yet under this law.
    ///
    /// - Throws: `DatabaseError`.
    func isDue(_ session: borrowing Session) throws -> Bool { try !untried(session).isEmpty }

    /// Tries what was not tried yet under this law, and writes down how it went. The rules must be registered.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ session: borrowing Session) throws {
        for check in try untried(session) {
            try AcceptanceStore.save(
                try trial(of: check, session),
                of: check.id,
                version: check.version,
                law: configuration.lawVersion,
                session
            )
        }
    }

    private func untried(_ session: borrowing Session) throws -> [CheckDefinition] {
        let known = try AcceptanceStore.all(law: configuration.lawVersion, session)
        return configuration.checks.filter { $0.status.runs && known["\($0.id) \($0.version)"] == nil }
    }

    /// How each example of a check goes.
    ///
    /// - Throws: `DatabaseError` where the database itself fails.
    func examined(_ check: CheckDefinition, _ session: borrowing Session) throws -> CheckTrial {
        do {
            let columns = try CheckRun.columns(of: check, region: configuration.region, session)
            if let refusal = refusal(of: columns, of: check) {
                return CheckTrial(check: check, refusal: refusal, examples: [])
            }
            let examples = try check.examples.map { example in
                CheckTrial.Example(name: example.name, faults: try told(example, check, columns, session))
            }
            return CheckTrial(check: check, refusal: nil, examples: examples)
        } catch let error as DatabaseError where error.isOfTheStatement {
            return CheckTrial(check: check, refusal: "\(error)", examples: [])
        } catch let error as SQLTemplateError {
            return CheckTrial(check: check, refusal: "\(error)", examples: [])
        }
    }

    private func told(
        _ example: CheckExample,
        _ check: CheckDefinition,
        _ columns: [String],
        _ session: borrowing Session
    ) throws -> [String] {
        do {
            return try faults(of: example, of: check, columns: columns, session)
        } catch let error as DatabaseError where error.isOfTheStatement {
            return ["\(error)"]
        }
    }

    /// How a check fares.
    private func trial(of check: CheckDefinition, _ session: borrowing Session) throws -> AcceptanceStore.Acceptance {
        var columns: [String] = []
        do {
            columns = try CheckRun.columns(of: check, region: configuration.region, session)
            if let refusal = refusal(of: columns, of: check) { return .init(columns: columns, refusal: refusal) }
            for example in check.examples {
                let faults = try faults(of: example, of: check, columns: columns, session)
                guard faults.isEmpty else {
                    let cause = faults.joined(separator: "; ")
                    return .init(
                        columns: columns,
                        refusal: "\(check.path): 例子未通过 example fails: \(example.name): \(cause)"
                    )
                }
            }
            return .init(columns: columns, refusal: nil)
        } catch let error as DatabaseError where error.isOfTheStatement {
            return .init(columns: columns, refusal: "\(check.path): sql 出错，请改正 / the sql fails; correct it: \(error)")
        } catch let error as SQLTemplateError {
            return .init(columns: columns, refusal: "\(check.path): sql: \(error)")
        }
    }

    /// In what one example differs from what its file expects.
    private func faults(
        of example: CheckExample,
        of check: CheckDefinition,
        columns: [String],
        _ session: borrowing Session
    ) throws -> [String] {
        let trial = ExampleTrial(
            check,
            configuration.law,
            version: configuration.lawVersion,
            columns: columns
        )
        return try trial.faults(of: example, session)
    }

    private func refusal(of columns: [String], of check: CheckDefinition) -> String? {
        let wanted = CheckQuery.required + check.columns.map(\.name)
        let missing = wanted.filter { !columns.contains($0) }
        guard !missing.isEmpty else { return nil }
        let names = missing.joined(separator: ", ")
        return "\(check.path): sql 没有给出列 \(names)，请补上 / the sql returns no column \(names); add it"
    }
}
