import Model

/// Reads the numbers of matching.
struct MatchingReader {
    let root: Section

    func read() -> MatchingNumbers? {
        guard let stop = root.required("stop")?.inner, let cases = root.required("case")?.inner,
            let video = root.required("video")?.inner, let calibration = root.required("calibration")?.inner
        else { return nil }
        defer { for section in [stop, cases, video, calibration] { section.finish() } }
        guard let deviceGap = seconds("device_gap", stop), let identityGap = seconds("identity_gap", stop),
            let personWindow = seconds("person_window", cases), let plateWindow = seconds("plate_window", cases),
            let nameWindow = seconds("name_window", cases), let shownWindow = seconds("shown_window", cases),
            let tolerance = seconds("tolerance", cases), let before = seconds("before", video),
            let after = seconds("after", video), let slack = seconds("clock_slack", video),
            let join = seconds("join_gap", video), let point = calibration.required("point")?.alcohol,
            let calibrationTolerance = calibration.required("tolerance")?.alcohol
        else { return nil }
        return MatchingNumbers(
            deviceGap: deviceGap,
            identityGap: identityGap,
            personWindow: personWindow,
            plateWindow: plateWindow,
            nameWindow: nameWindow,
            shownWindow: shownWindow,
            caseTolerance: tolerance,
            videoBefore: before,
            videoAfter: after,
            videoSlack: slack,
            videoJoin: join,
            calibrationPoint: point,
            calibrationTolerance: calibrationTolerance
        )
    }

    /// A window wider than this would compare everything with everything.
    private static let widest: Int64 = 366 * 86400

    private func seconds(_ key: String, _ section: Section) -> Int64? {
        guard let value = section.required(key), let seconds = value.seconds else { return nil }
        if seconds > Self.widest { value.refuse("不得超过366天 / must not exceed 366 days") }
        return seconds <= Self.widest ? seconds : nil
    }
}
