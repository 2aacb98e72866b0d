import Matching
import Model
import Store

/// The law of matching and classing, made ready for one review.
struct ReviewRules {
    let law: Law
    let grouping: StopGrouping
    let exclusions: ExclusionRules
    let cases: CaseMatching
    let recordings: RecordingMatching

    /// Cases are looked for around single tests but judged by their distance to the whole stop, so the search is wider
    /// by what a stop may last, in seconds. Too wide costs a little; the judging is exact.
    private static let longestStop: Int64 = 86400

    init(_ law: Law) {
        let numbers = law.matching
        self.law = law
        grouping = StopGrouping(
            rules: StopRules(deviceGapSeconds: numbers.deviceGap, identityGapSeconds: numbers.identityGap)
        )
        exclusions = ExclusionRules(
            calibrationPoint: numbers.calibrationPoint,
            tolerance: numbers.calibrationTolerance
        )
        cases = CaseMatching(
            rules: CaseRules(
                personWindowSeconds: numbers.personWindow,
                plateWindowSeconds: numbers.plateWindow,
                nameWindowSeconds: numbers.nameWindow,
                shownWindowSeconds: numbers.shownWindow,
                toleranceSeconds: numbers.caseTolerance,
                occasionSeconds: numbers.caseOccasion,
                unitPrefixLength: Organisation.countyDigits
            )
        )
        recordings = RecordingMatching(
            rules: RecordingRules(
                beforeSeconds: numbers.videoBefore,
                afterSeconds: numbers.videoAfter,
                slackSeconds: numbers.videoSlack,
                joinGapSeconds: numbers.videoJoin,
                teamPrefixLength: Organisation.squadronDigits,
                brigadePrefixLength: Organisation.countyDigits
            )
        )
    }

    /// How far a case may lie and answer for a stop.
    var answerWindow: CaseQuery.Window {
        let rules = cases.rules
        return .init(
            seconds: max(rules.personWindowSeconds, rules.plateWindowSeconds) + Self.longestStop,
            nameSeconds: rules.nameWindowSeconds + Self.longestStop
        )
    }

    /// How far a case may lie and still be shown as a candidate that was refused.
    var shownWindow: CaseQuery.Window {
        .init(
            seconds: max(answerWindow.seconds, cases.rules.shownWindowSeconds + Self.longestStop),
            nameSeconds: answerWindow.nameSeconds
        )
    }

    /// How far from a test a clip can begin or end and still matter, in seconds.
    var videoWindow: Int64 {
        let rules = recordings.rules
        return max(rules.beforeSeconds, rules.afterSeconds) + 2 * rules.slackSeconds + rules.joinGapSeconds
    }

    /// The lowest line that was ever in force: what no reading below it can cross.
    var lowestLine: Alcohol {
        law.thresholds.filter { $0.code == .drink }.map(\.alcohol).min() ?? Alcohol(hundredths: .max)
    }
}
