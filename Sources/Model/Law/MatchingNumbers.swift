/// The numbers matching goes by, as data: see `Config/law/matching.yaml` for where each comes from.
package struct MatchingNumbers: Equatable, Sendable, Codable {
    /// Consecutive records of one device this close, in seconds, are one stop.
    package var deviceGap: Int64
    /// Tests of one person or plate this close, in seconds, are one stop.
    package var identityGap: Int64
    /// How far a case of the same person may lie from the stop, in seconds.
    package var personWindow: Int64
    /// The same for a case of the same plate.
    package var plateWindow: Int64
    /// The same for a case of the same name and unit, which is only a weak lead.
    package var nameWindow: Int64
    /// How far off a refused candidate may lie and still be shown.
    package var shownWindow: Int64
    /// How much earlier than the stop a case may claim to be and still count as following it.
    package var caseTolerance: Int64
    /// Two stops of one person so near each other are one occasion to a case.
    package var caseOccasion: Int64
    /// How long before a test a recording must begin, in seconds.
    package var videoBefore: Int64
    /// How long after a test it must go on.
    package var videoAfter: Int64
    /// How far the clock of a camera may be off.
    package var videoSlack: Int64
    /// Clips of one camera this close follow on each other.
    package var videoJoin: Int64
    /// What a device reads when it is calibrated.
    package var calibrationPoint: Alcohol
    /// How far a reading may lie from the point and still be one of the gas.
    package var calibrationTolerance: Alcohol

    package init(
        deviceGap: Int64,
        identityGap: Int64,
        personWindow: Int64,
        plateWindow: Int64,
        nameWindow: Int64,
        shownWindow: Int64,
        caseTolerance: Int64,
        caseOccasion: Int64 = 0,
        videoBefore: Int64,
        videoAfter: Int64,
        videoSlack: Int64,
        videoJoin: Int64,
        calibrationPoint: Alcohol,
        calibrationTolerance: Alcohol
    ) {
        self.deviceGap = deviceGap
        self.identityGap = identityGap
        self.personWindow = personWindow
        self.plateWindow = plateWindow
        self.nameWindow = nameWindow
        self.shownWindow = shownWindow
        self.caseTolerance = caseTolerance
        self.caseOccasion = caseOccasion
        self.videoBefore = videoBefore
        self.videoAfter = videoAfter
        self.videoSlack = videoSlack
        self.videoJoin = videoJoin
        self.calibrationPoint = calibrationPoint
        self.calibrationTolerance = calibrationTolerance
    }
}
