import Model

extension Wording {
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .critical: self("严重", "Critical")
        case .high: self("高", "High")
        case .medium: self("中", "Medium")
        case .low: self("低", "Low")
        }
    }

    /// A kind of record, or a field of it.
    func need(_ need: MissingNeed) -> String {
        need.field.map { "\(kind(need.kind))(\($0))" } ?? kind(need.kind)
    }

    func kind(_ kind: Kind) -> String {
        switch kind {
        case .breathTest: self("酒精检测记录", "breath tests")
        case .breathTester: self("检测仪登记", "register of breath testers")
        case .caseFile: self("案件登记", "case register")
        case .camera: self("执法记录仪登记", "register of cameras")
        case .recording: self("执法视音频清单", "list of recordings")
        case .robot: self("劝导机器人登记", "register of robots")
        case .robotViolation: self("劝导机器人违法记录", "robot violations")
        case .notice: self("短信告知", "notices by text message")
        case .internalTest: self("工作日饮酒测试登记", "register of internal tests")
        case .bloodSample: self("血样登记", "register of blood samples")
        case .duty: self("勤务排班", "duty roster")
        case .complaint: self("热线工单", "hotline complaints")
        case .exhibit: self("涉案财物台账", "exhibit ledger")
        case .deviceCounter: self("检测仪计数", "device counters")
        case .testTally: self("检测工作量登记", "tally of tests")
        case .supply: self("吹嘴领用登记", "issues of mouthpieces")
        case .examSession: self("考试场次", "examination sessions")
        case .examRecording: self("考场录像清单", "examination recordings")
        case .cameraInspection: self("执法记录仪巡检", "inspections of cameras")
        case .accident: self("交通事故登记", "register of accidents")
        }
    }
}
