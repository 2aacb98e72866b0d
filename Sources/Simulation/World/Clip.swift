/// One file a docking station took from a body camera.
package struct Clip: Sendable {
    /// Place in `Roster.cameras`.
    package let camera: Int
    /// Seconds since 1970 UTC, as all times here.
    package let startedAt: Int64
    package let endedAt: Int64
    package var collectedAt: Int64
    /// 执法编号: one enforcement filmed without a break.
    package var enforcement = ""
    /// Where it is to be kept for less than the platform's own half year.
    package var expiresAt: Int64?
    package var caseNumber: String?
    package var isKey = false
    /// When the crew came back from a remote place.
    package var remoteUntil: Int64?
    /// It never reached the station, and that was explained.
    package var isExplainedLoss = false
    package var change: Change?

    /// What a later list says of it instead.
    package struct Change: Sendable {
        package let at: Int64
        package let kind: Kind

        package enum Kind: Sendable { case missing, deleted, rewritten, transcoded }
    }

    init(camera: Int, startedAt: Int64, endedAt: Int64, collectedAt: Int64) {
        (self.camera, self.startedAt, self.endedAt) = (camera, startedAt, endedAt)
        self.collectedAt = collectedAt
    }
}
