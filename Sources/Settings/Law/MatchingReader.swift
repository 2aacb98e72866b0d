import Model

/// Reads the numbers of matching.
struct MatchingReader {
    let root: Section

    func read() -> MatchingNumbers? {
        let sections = ["stop", "case", "video", "calibration"].map { root.required($0)?.inner }
        // Every key is read before any is missed, so that all that is wrong is said at once.
        let gaps = ["device_gap", "identity_gap"].map { seconds($0, sections[0]) }
        let windows = ["person_window", "plate_window", "name_window", "shown_window", "tolerance", "occasion"]
            .map { seconds($0, sections[1]) }
        let spans = ["before", "after", "clock_slack", "join_gap"].map { seconds($0, sections[2]) }
        let points = ["point", "tolerance"].map { sections[3]?.required($0)?.alcohol }
        for section in sections { section?.finish() }
        root.finish()
        guard let deviceGap = gaps[0], let identityGap = gaps[1], let personWindow = windows[0],
            let plateWindow = windows[1], let nameWindow = windows[2], let shownWindow = windows[3],
            let caseTolerance = windows[4], let caseOccasion = windows[5], let before = spans[0], let after = spans[1],
            let slack = spans[2],
            let join = spans[3], let point = points[0], let tolerance = points[1]
        else { return nil }
        return MatchingNumbers(
            deviceGap: deviceGap,
            identityGap: identityGap,
            personWindow: personWindow,
            plateWindow: plateWindow,
            nameWindow: nameWindow,
            shownWindow: shownWindow,
            caseTolerance: caseTolerance,
            caseOccasion: caseOccasion,
            videoBefore: before,
            videoAfter: after,
            videoSlack: slack,
            videoJoin: join,
            calibrationPoint: point,
            calibrationTolerance: tolerance
        )
    }

    /// A window wider than this would compare everything with everything.
    private static let widest: Int64 = 366 * 86400

    private func seconds(_ key: String, _ section: Section?) -> Int64? {
        section?.required(key)?.seconds(0...Self.widest)
    }
}
