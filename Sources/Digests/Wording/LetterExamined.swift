import Model

/// What each check examined, so that silence can be told from not having looked.
struct LetterExamined {
    let heading: String
    let columns: [String]
    let rows: [Row]
    let none: String

    struct Row {
        let id: String
        let title: String
        let titleBeside: String?
        let outcome: Outcome
    }

    enum Outcome {
        /// Examined, clean, not due, undetermined, leads.
        case counts([String])
        /// Why the check could not run.
        case notRunnable(String)
    }

    init(_ checks: [DigestCheck], _ say: Wording) {
        heading = say("五、检查情况", "5. What was examined")
        columns = [
            say("检查项目", "Check"), say("共查", "Examined"), say("无异常", "Clean"), say("未到期", "Not due"),
            say("尚不能判定", "Undetermined"), say("线索", "Leads"),
        ]
        none = say("无", "None")
        rows = checks.sorted { $0.id < $1.id }.map { check in
            let (title, beside) = say.title(of: check, id: check.id)
            return Row(id: check.id, title: title, titleBeside: beside, outcome: Self.outcome(of: check, say))
        }
    }

    private static func outcome(of check: DigestCheck, _ say: Wording) -> Outcome {
        guard check.missing.isEmpty else {
            let kinds = say.listed(check.missing.map(say.need))
            return .notRunnable(say("未能运行，缺少：\(kinds)", "Not run. Missing: \(kinds)"))
        }
        if let fault = check.fault {
            return .notRunnable(say("未能运行：\(fault)", "Could not be run: \(fault)"))
        }
        let counts = [check.clean, check.notDue, check.undetermined, check.violated]
        return .counts([say.grouped(check.examined)] + counts.map { say.grouped($0) })
    }
}

extension DigestCheck {
    /// Everything the check looked at, in a type that no sum of counts overflows.
    var examined: Int128 {
        [clean, notDue, undetermined, violated].reduce(0) { $0 + Int128($1) }
    }
}
