import Model

/// Clips of one camera that follow one another almost without a gap.
struct RecordingChain {
    private(set) var clips: [RecordingClip]
    /// What has one clock.
    let source: String
    let startedAt: Instant
    private(set) var endedAt: Instant

    private init(_ clip: RecordingClip) {
        clips = [clip]
        source = clip.source
        startedAt = clip.startedAt
        endedAt = clip.end
    }

    /// The chains of the clips, by their end and then their start.
    static func chains(of clips: [RecordingClip], joinGapSeconds: Int64) -> [RecordingChain] {
        let ordered = clips.sorted { ($0.source, $0.startedAt, $0.key) < ($1.source, $1.startedAt, $1.key) }
        var chains: [RecordingChain] = []
        for clip in ordered {
            if var chain = chains.last, chain.source == clip.source,
                clip.startedAt <= chain.endedAt.adding(seconds: joinGapSeconds)
            {
                chain.clips.append(clip)
                chain.endedAt = max(chain.endedAt, clip.end)
                chains[chains.count - 1] = chain
            } else {
                chains.append(RecordingChain(clip))
            }
        }
        return chains.sorted {
            ($0.endedAt, $0.startedAt, $0.clips.first?.key ?? "") < (
                $1.endedAt, $1.startedAt, $1.clips.first?.key ?? ""
            )
        }
    }
}

extension RecordingClip {
    /// A clip without an end, or with one before its start, shows its start and nothing more.
    var end: Instant { max(startedAt, endedAt ?? startedAt) }

    /// What has one clock: the camera; where it is not named, the officer; else only the clip itself.
    fileprivate var source: String {
        if !camera.isEmpty { return "camera|" + camera }
        return officer.isEmpty ? "clip|" + key : "officer|" + officer
    }
}
