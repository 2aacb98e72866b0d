/// What checks compare the records of the devices with: who was on duty, what devices counted, what was used up, and the
/// inspections and examinations that must be on record.
extension KindSchema {
    /// 勤务排班: who was on duty, where and in which team, or why not.
    static let duty = KindSchema(
        .duty,
        key: ["officer", "started_at"],
        [
            Field("officer", .policeNumber, required: true),
            Field("started_at", .instant, required: true, ahead: true),
            Field("ended_at", .instant, required: true, ahead: true),
            Field("unit", .organisation),
            Field("team", .text),
            Field("status", .choice(["on_duty", "off_duty", "leave", "training"])),
            Field("place", .text),
            Field("borrowed_device", .text),
        ]
    )

    /// 检测仪计数: what the counter of a device showed when somebody read it.
    static let deviceCounter = KindSchema(
        .deviceCounter,
        key: ["device", "read_at"],
        [
            Field("device", .text, required: true),
            Field("read_at", .instant, required: true),
            Field("total", .integer, required: true),
            Field("self_tests", .integer),
            Field("occasion", .choice(["verification", "repair", "audit"])),
            Field("board_changed", .flag),
            Field("unit", .organisation),
        ]
    )

    /// 检测工作量登记: how many tests a unit wrote down for a device and day.
    static let testTally = KindSchema(
        .testTally,
        key: ["device", "day"],
        [
            Field("device", .text, required: true),
            Field("day", .date, required: true),
            Field("tests", .integer, required: true),
            Field("unit", .organisation),
        ]
    )

    /// 吹嘴领用: single-use mouthpieces handed out to a unit.
    static let supply = KindSchema(
        .supply,
        key: ["issue_no"],
        [
            Field("issue_no", .text, required: true),
            Field("unit", .organisation, required: true),
            Field("issued_at", .instant, required: true),
            Field("mouthpieces", .integer, required: true),
            Field("returned", .integer),
        ]
    )

    /// 驾驶人考试场次.
    static let examSession = KindSchema(
        .examSession,
        key: ["session_no"],
        [
            Field("session_no", .text, required: true),
            Field("room", .text, required: true),
            Field("started_at", .instant, required: true, ahead: true),
            Field("ended_at", .instant, required: true, ahead: true),
            Field("unit", .organisation),
            Field("candidates", .integer),
        ]
    )

    /// 考场录像清单.
    static let examRecording = KindSchema(
        .examRecording,
        key: ["recording_no"],
        [
            Field("recording_no", .text, required: true),
            Field("room", .text, required: true),
            Field("started_at", .instant, required: true),
            Field("ended_at", .instant, required: true),
            Field("unit", .organisation),
            Field("storage", .choice(["stored", "deleted", "missing"])),
        ]
    )

    /// 执法记录仪巡检: the maintenance firm's regular look at a camera.
    static let cameraInspection = KindSchema(
        .cameraInspection,
        key: ["camera", "inspected_at"],
        [
            Field("camera", .text, required: true),
            Field("inspected_at", .instant, required: true),
            Field("result", .choice(["sound", "faulty", "repaired"])),
            Field("unit", .organisation),
        ]
    )
}
