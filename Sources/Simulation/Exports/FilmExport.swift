/// The list of files the docking stations collected since the list before.
struct FilmExport: Sendable {
    let world: World

    var recordings: FeedExport {
        FeedExport(
            folder: "recordings",
            prefix: "recordings",
            dialect: Dialect(hasByteOrderMark: true, lineEnd: "\r\n"),
            header: [
                "文件编号", "设备序列号", "警号", "单位编码", "开始时间", "结束时间", "采集时间", "文件大小", "完整性校验码", "重点标记",
                "关联案件", "存储状态", "执法编号", "保存到期时间", "偏远执勤返回时间", "缺失已说明",
            ],
            times: (1...world.timetable.days).map(world.timetable.recordings),
            rows: { window in
                world.clips.filter { window.holds($0.collectedAt) || window.holds($0.change?.at) }
                    .map { row($0, at: window.to) }
            }
        )
    }

    /// The number of a clip.
    static func number(of clip: Clip, _ roster: Roster) -> String {
        let camera = roster.cameras[clip.camera]
        return "\(camera.serial)_\(camera.officer)_\(LocalTime.compact(clip.startedAt))"
    }

    private func row(_ clip: Clip, at time: Int64) -> Row {
        let camera = world.roster.cameras[clip.camera]
        let number = Self.number(of: clip, world.roster)
        let change = clip.change.flatMap { $0.at <= time ? $0.kind : nil }
        let isSmaller = change == .rewritten || change == .transcoded
        return Row(
            fields: [
                number, camera.serial, camera.officer, world.roster.squadrons[camera.squadron].code,
                Wording.time(clip.startedAt), Wording.time(clip.endedAt), Wording.time(clip.collectedAt),
                String((clip.endedAt - clip.startedAt) * (isSmaller ? 310_000 : 520_000)),
                Wording.integrity(change == .rewritten ? number + "'" : number), clip.isKey ? "是" : "否",
                clip.caseNumber ?? "", storage(clip, change), clip.enforcement, Wording.time(clip.expiresAt),
                Wording.time(clip.remoteUntil), clip.isExplainedLoss ? "是" : "否",
            ]
        )
    }

    private func storage(_ clip: Clip, _ change: Clip.Change.Kind?) -> String {
        switch change {
        case .missing: "缺失"
        case .deleted: "已删除"
        case .rewritten, .transcoded, nil: clip.isExplainedLoss ? "缺失" : "已存储"
        }
    }
}
