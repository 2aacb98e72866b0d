extension Stage {
    /// What goes on besides the tests: rosters, complaints, counters, accidents, examinations, inspections.
    mutating func stageAffairs() {
        for day in 0..<timetable.days + 1 { writeRoster(day) }
        for day in 0..<timetable.days {
            receiveComplaints(day)
            registerAccident(day)
            holdExamination(day)
            inspectCameras(day)
        }
        readCounters()
    }

    /// Four officers of each squadron by day and four in the evening; the others are off.
    private mutating func writeRoster(_ day: Int) {
        let spans = [
            (false, timetable.morning(day, 7), timetable.morning(day, 18, 40)),
            (true, timetable.morning(day, 18, 45), timetable.morning(day + 1, 2, 30)),
        ]
        for squadron in roster.squadrons.indices {
            for (isEvening, from, to) in spans {
                let crew = roster.crew(Shift(squadron: squadron, day: day, isEvening: isEvening))
                for (position, camera) in crew.enumerated() {
                    let officer = roster.cameras[camera].officer
                    let change = dutyChanges[DutyPlace(officer: officer, day: day, isEvening: isEvening)]
                    affairs.duties.append(
                        Affairs.Duty(
                            officer: officer,
                            from: from,
                            to: to,
                            unit: roster.squadrons[squadron].code,
                            status: change?.status ?? (position < 4 ? "在岗" : "休息"),
                            borrowed: change?.borrowed
                        )
                    )
                }
            }
        }
    }

    /// About a message that really went out, and dealt with in three days.
    private mutating func receiveComplaints(_ day: Int) {
        let time = timetable.morning(day, 9) + chance.within(0...28_000)
        let sent = messages.indices.filter { !messages[$0].isFailed && messages[$0].damage == nil }
        let before = sent.filter { messages[$0].sentAt < time - 7_200 }
        let topic = before.isEmpty || chance.happens(perMille: 300) ? "拥堵" : "短信告知"
        let number = complain(at: time, topic: topic, about: topic == "拥堵" ? nil : chance.pick(before, or: 0))
        affairs.complaints[number].closedAt = time + chance.within(90_000...260_000)
    }

    mutating func complain(at time: Int64, topic: String = "短信告知", about message: Int?) -> Int {
        let place = affairs.complaints.count
        let date = LocalTime.date(LocalTime.day(of: time)).filter { $0 != "-" }
        let unit = message.map { roster.squadrons[roster.robots[sightings[messages[$0].sighting].robot].squadron].unit }
        var complaint = Affairs.Complaint(
            number: "RX\(date)\(LocalTime.padded(place + 1, 4))",
            receivedAt: time,
            unit: unit ?? roster.squadrons[0].unit
        )
        complaint.topic = topic
        complaint.message = message
        affairs.complaints.append(complaint)
        return place
    }

    /// Some with a suspicion of alcohol, which blood is drawn for at once.
    private mutating func registerAccident(_ day: Int) {
        let place = suffer(at: timetable.morning(day, 14, 30) + chance.within(0...12_000))
        guard chance.happens(perMille: 250) else { return }
        affairs.accidents[place].isAlcoholSuspected = true
        affairs.accidents[place].bloodAt = affairs.accidents[place].at + chance.within(2_400...6_000)
    }

    mutating func suffer(at time: Int64, by driver: Driver? = nil) -> Int {
        let place = affairs.accidents.count
        affairs.accidents.append(
            Affairs.Accident(
                number: "SG\(LocalTime.compact(time).prefix(8))\(LocalTime.padded(place + 1, 4))",
                at: time,
                squadron: chance.below(14),
                driver: driver ?? population.driver()
            )
        )
        return place
    }

    /// On working days two rooms, each filmed from before to after.
    private mutating func holdExamination(_ day: Int) {
        guard WorkingDays.isWorked(timetable.start + day) else { return }
        for room in ["科目一考场1", "科目三考场2"] {
            let from = timetable.morning(day, 9) + chance.within(0...600)
            let session = examine(room, from: from)
            let isSplit = chance.happens(perMille: 300)
            let (start, end) = (from - 300, affairs.sessions[session].to + 300)
            let middle = isSplit ? from + 3_600 : end
            filmRoom(room, from: start, to: middle)
            if isSplit { filmRoom(room, from: middle, to: end) }
        }
    }

    mutating func examine(_ room: String, from time: Int64) -> Int {
        let place = affairs.sessions.count
        affairs.sessions.append(
            Affairs.ExamSession(
                number: "KS\(LocalTime.compact(time).prefix(8))\(LocalTime.padded(place + 1, 4))",
                room: room,
                from: time,
                to: time + 9_000
            )
        )
        return place
    }

    mutating func filmRoom(_ room: String, from: Int64, to: Int64) {
        let number = "KL\(LocalTime.compact(from))\(LocalTime.padded(affairs.examFilms.count + 1, 4))"
        affairs.examFilms.append(Affairs.ExamFilm(number: number, room: room, from: from, to: to))
    }

    /// Each camera once a month, in the week from the fifth on; but for those left out on purpose.
    private mutating func inspectCameras(_ day: Int) {
        let date = LocalTime.dayOfMonth(timetable.start + day)
        guard (5...11).contains(date) else { return }
        for camera in roster.cameras.indices where camera % 7 == date - 5 && notes[.camera(camera)] == nil {
            let time = timetable.morning(day, 9) + Int64(camera) * 120
            affairs.inspections.append(Affairs.Inspection(camera: camera, at: time))
        }
    }

    /// A few testers are read twice, at audits a week apart; one more after its board was exchanged.
    private mutating func readCounters() {
        for tester in 6..<12 {
            for day in [1, 6] {
                let time = timetable.morning(day, 11) + Int64(tester) * 60
                affairs.counters.append(Affairs.Counter(tester: tester, at: time, occasion: "核查"))
            }
        }
        guard let reset = roster.testers[Tester.Place.newBoard].resetAt else { return }
        affairs.counters.append(
            Affairs.Counter(tester: Tester.Place.newBoard, at: reset, occasion: "维修", isBoardChanged: true)
        )
    }
}
