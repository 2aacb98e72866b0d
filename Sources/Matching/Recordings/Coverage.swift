/// Whether recordings show a test, and which.
package struct Coverage: Equatable, Sendable {
    /// The whole window is shown, from before the test until after it.
    package var isCovered: Bool
    /// Whole seconds of the window that are shown.
    package var coveredSeconds: Int64
    /// Clips that show part of the window, by key.
    package var clips: [ClipUse]

    package init(isCovered: Bool, coveredSeconds: Int64, clips: [ClipUse]) {
        self.isCovered = isCovered
        self.coveredSeconds = coveredSeconds
        self.clips = clips
    }
}

/// A clip that shows part of a test, and why it may be held to.
package struct ClipUse: Equatable, Sendable {
    /// Natural key of the recording.
    package var key: String
    /// In the order of `ClipReason`.
    package var reasons: [ClipReason]

    package init(key: String, reasons: [ClipReason]) {
        self.key = key
        self.reasons = reasons
    }
}

/// Why a clip was taken to show a test.
package enum ClipReason: String, Sendable, CaseIterable {
    case sameOfficer = "same_officer"
    case sameTeam = "same_team"
    /// Only by allowing that the camera's clock was wrong.
    case clockSlack = "clock_slack"
}
