import Model

extension Stage {
    /// What is to be found of recordings, robots, complaints and the rest.
    func judgeAffairs(into key: inout AnswerKey) throws {
        for place in clips.indices { try judgeClip(place, into: &key) }
        try judgeLocks(into: &key)
        try judgeRobots(into: &key)
        for place in affairs.complaints.indices { try judgeComplaint(place, into: &key) }
        try judgeExtras(into: &key)
    }

    private func judgeClip(_ place: Int, into key: inout AnswerKey) throws {
        let clip = clips[place]
        guard clip.collectedAt <= timetable.lastRecordings else { return }
        let subject = Subject.clip(place)
        if clip.collectedAt - max(clip.endedAt, clip.remoteUntil ?? 0) > 86_400 {
            try plant("video-upload-late", name(of: subject), .closed, .medium, of: [subject], into: &key)
        }
        guard let change = clip.change, change.at <= timetable.lastRecordings else { return }
        let isExplained = clip.isExplainedLoss && (change.kind == .deleted || change.kind == .missing)
        guard !isExplained, change.kind != .transcoded else { return }
        let severity: Severity = clip.caseNumber == nil ? .high : .critical
        try plant("video-lost-or-altered", name(of: subject), .violated, severity, of: [subject], into: &key)
    }

    /// Cases whose stop is shown only by clips that will expire within thirty days, bear no mark and name no case.
    private func judgeLocks(into key: inout AnswerKey) throws {
        let short = clips.filter { clip in
            let isShort = clip.expiresAt.map { $0 - 30 * 86_400 <= timetable.asOf } ?? false
            return isShort && !clip.isKey && clip.caseNumber == nil
        }
        for occasion in occasions {
            guard let answer = occasion.answer, let duty = duty(of: occasion), visibleAnswer(of: occasion) != nil,
                short.contains(where: { shows($0, duty.test) })
            else { continue }
            try plant("video-not-locked", answer, .violated, .high, into: &key)
        }
    }

    func shows(_ clip: Clip, _ test: BreathTest) -> Bool {
        roster.cameras[clip.camera].squadron == roster.testers[test.tester].squadron
            && clip.collectedAt <= timetable.lastRecordings
            && clip.startedAt <= test.at + 60 && test.at - 120 <= clip.endedAt
    }

    private func judgeRobots(into key: inout AnswerKey) throws {
        var sent: [Int: [Int64]] = [:]
        for message in messages where !message.isFailed && message.damage == nil {
            sent[message.sighting, default: []].append(message.sentAt)
        }
        let (seen, told) = (timetable.lastViolations, timetable.lastNotices)
        for (place, sighting) in sightings.enumerated() {
            let review = sighting.review?.at
            try judge(place, "review", sighting.capturedAt, review, limit: 5, seen, into: &key)
            if !sighting.isAdvisory {
                let first = sent[place]?.min()
                try judge(place, "notice", sighting.enteredAt, first, limit: 5, told, into: &key)
            }
            try judge(place, "objection", sighting.objectedAt, sighting.answeredAt, limit: 5, seen, into: &key)
            try judge(place, "cancel", sighting.erredAt, sighting.cancelledAt, limit: 3, seen, into: &key)
        }
    }

    private func judge(
        _ place: Int,
        _ mark: String,
        _ start: Int64?,
        _ done: Int64?,
        limit: Int,
        _ last: Int64,
        into key: inout AnswerKey
    ) throws {
        guard let start, start <= timetable.lastViolations else { return }
        // Most was done within hours: no calendar is needed to see that.
        if let done, done <= last, done <= start + 172_800 { return }
        let due = Limit.workingDays(limit, after: start)
        let state: PlantedState?
        if let done, done <= last {
            state = done > due ? .closed : nil
        } else {
            state = missing(since: due, knownUntil: last)
        }
        guard let state else { return }
        let subject = name(of: .sighting(place)) + "|" + mark
        let severity: Severity = mark == "cancel" ? .high : .medium
        try plant("robot-\(mark)-overdue", subject, state, severity, of: [.sighting(place)], into: &key)
    }

    private func judgeComplaint(_ place: Int, into key: inout AnswerKey) throws {
        let complaint = affairs.complaints[place]
        guard complaint.topic == "短信告知", complaint.duplicateOf == nil else { return }
        if let message = complaint.message, !messages[message].isLocal { return }
        let last = timetable.morning(timetable.days, 7, 20)
        if complaint.message == nil, complaint.receivedAt <= last {
            let subject = Subject.complaint(place)
            try plant("complaint-unlinked", name(of: subject), .violated, .medium, of: [subject], into: &key)
        }
        let due = Limit.workingDays(5, after: complaint.receivedAt)
        let state: PlantedState?
        if let closed = complaint.closedAt, closed <= last {
            state = closed > due ? .closed : nil
        } else {
            state = missing(since: due, knownUntil: last)
        }
        guard let state else { return }
        let subject = Subject.complaint(place)
        try plant("complaint-overdue", name(of: subject), state, .medium, of: [subject], into: &key)
    }
}
