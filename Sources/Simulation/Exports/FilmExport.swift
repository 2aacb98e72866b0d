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
                "关联案件", "存储状态",
            ],
            times: (1...world.timetable.days).map(world.timetable.recordings),
            rows: { window in world.clips.filter { window.holds($0.collectedAt) }.map(row) }
        )
    }

    private func row(_ clip: Clip) -> Row {
        let camera = world.roster.cameras[clip.camera]
        let number = "\(camera.serial)_\(camera.officer)_\(LocalTime.compact(clip.startedAt))"
        return Row(
            fields: [
                number, camera.serial, camera.officer, world.roster.squadrons[camera.squadron].code,
                Wording.time(clip.startedAt), Wording.time(clip.endedAt), Wording.time(clip.collectedAt),
                String((clip.endedAt - clip.startedAt) * 520_000), Wording.integrity(number), "否", "", "已存储",
            ]
        )
    }
}
