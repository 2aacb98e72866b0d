import Matching
import Model
import Postgres
import Store

/// Tells which stops are on video.
struct StopCoverage {
    let region: Int32
    let rules: ReviewRules

    /// What the recordings show of each stop, by its key.
    func of(_ stops: [Stop], _ session: borrowing Session) throws -> [String: Coverage] {
        let window = rules.videoWindow
        let moments = stops.enumerated().map { index, stop in
            let at = moment(of: stop)
            return RecordingQuery.Moment(
                subject: Int64(index),
                from: at.adding(seconds: -window),
                to: at.adding(seconds: window),
                officer: stop.officer,
                unit: stop.unit
            )
        }
        let clips = try RecordingQuery.clips(touching: moments, region: region, session)
        var found: [String: Coverage] = [:]
        for (index, stop) in stops.enumerated() {
            let team = Team(officer: stop.officer, unit: stop.unit)
            found[stop.key] = rules.recordings.coverage(
                of: moment(of: stop),
                by: team,
                clips: clips[Int64(index)] ?? []
            )
        }
        return found
    }

    /// The test that makes the duty is what must be on video.
    private func moment(of stop: Stop) -> Instant {
        (stop.dutyTest ?? stop.firstTest(from: rules.lowestLine))?.testedAt ?? stop.firstAt
    }
}
