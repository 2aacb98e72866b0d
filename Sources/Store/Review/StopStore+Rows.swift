import Model
import Postgres

/// Stops, their tests and links as rows: written in the order of their tables' columns, and read back.
extension StopStore {
    /// The stops of these keys that there are, with their tests by time and key.
    static func rows(of stops: [String], region: Int32, _ session: borrowing Session) throws -> [StopRow] {
        guard !stops.isEmpty else { return [] }
        let tests = try members(ofStops: stops, region: region, session)
        var rows: [StopRow] = []
        try session.stream(
            """
            SELECT s.key, s.device, s.unit, s.officer, s.first_at, s.last_at, s.positive_at, s.alcohol, s.bracket,
                s.duty_test, s.duty_at, s.refused, s.motor, s.exempt, s.covered
            FROM unnest($2::text[]) w (key) JOIN docket.stop s ON s.region = $1 AND s.key = w.key
            ORDER BY s.key
            """,
            [.integer32(region), .texts(stops)]
        ) { row in rows.append(try stop(row, tests)) }
        return rows
    }

    private static func stop(_ row: borrowing Row, _ tests: [String: [StopRow.Member]]) throws -> StopRow {
        let key = try row.text(0)
        return StopRow(
            key: key,
            device: try row.text(1),
            unit: try row.text(2),
            officer: try row.text(3),
            firstAt: Instant(microseconds: try row.instant(4)),
            lastAt: Instant(microseconds: try row.instant(5)),
            positiveAt: Instant(microseconds: try row.instant(6)),
            alcohol: try row.optionalInteger(7).map { Alcohol(hundredths: $0) },
            bracket: try row.text(8),
            dutyTest: try row.text(9),
            dutyAt: Instant(microseconds: try row.instant(10)),
            isRefused: try row.flag(11),
            isMotor: try row.flag(12),
            exempt: try row.optionalText(13),
            isCovered: try row.flag(14),
            tests: tests[key] ?? []
        )
    }

    /// The tests of each stop by time and key, by stop.
    static func members(ofStops stops: [String], region: Int32, _ session: borrowing Session) throws
        -> [String: [StopRow.Member]]
    {
        guard !stops.isEmpty else { return [:] }
        var members: [String: [StopRow.Member]] = [:]
        try session.stream(
            """
            SELECT m.stop, m.test, m.device, m.record_no, m.tested_at, m.unit, m.person_token, m.person_doubtful,
                m.plate_token, m.name_token, m.excluded
            FROM unnest($2::text[]) w (stop) JOIN docket.stop_test m ON m.region = $1 AND m.stop = w.stop
            ORDER BY m.stop, m.tested_at, m.test COLLATE "C"
            """,
            [.integer32(region), .texts(stops)]
        ) { row in
            members[try row.text(0), default: []].append(
                StopRow.Member(
                    key: try row.text(1),
                    device: try row.text(2),
                    recordNo: try row.optionalInteger(3),
                    testedAt: Instant(microseconds: try row.instant(4)),
                    unit: try row.text(5),
                    person: try row.token(6),
                    isPersonDoubtful: try row.flag(7),
                    plate: try row.token(8),
                    name: try row.token(9),
                    excluded: try row.optionalText(10)
                )
            )
        }
        return members
    }

    /// The links of one kind the stops have, by record.
    static func links(of stops: [String], kind: Kind, region: Int32, _ session: borrowing Session) throws
        -> [LinkRow]
    {
        guard !stops.isEmpty else { return [] }
        return try session.run(
            """
            SELECT l.stop, l.kind, l.record, l.strength, l.reasons, l.refusal, l.answers
            FROM unnest($2::text[]) w (stop) JOIN docket.link l ON l.region = $1 AND l.stop = w.stop AND l.kind = $3
            ORDER BY l.stop, l.record COLLATE "C"
            """,
            [.integer32(region), .texts(stops), .text(kind.rawValue)]
        ).map { row in
            LinkRow(
                stop: try row.text(0),
                kind: try row.text(1),
                record: try row.text(2),
                strength: try row.text(3),
                reasons: try row.text(4).split(separator: ",").map(String.init),
                refusal: try row.optionalText(5),
                answers: try row.flag(6)
            )
        }
    }

    static func write(_ link: LinkRow, region: Int32, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: 8)
        try writer.integer32(region)
        try writer.text(link.stop)
        try writer.text(link.kind)
        try writer.text(link.record)
        try writer.text(link.strength)
        try writer.text(link.reasons.joined(separator: ","))
        try writer.optionalText(link.refusal)
        try writer.flag(link.answers)
    }

    static func write(_ stop: StopRow, region: Int32, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: 16)
        try writer.integer32(region)
        try writer.text(stop.key)
        try writer.text(stop.device)
        try writer.text(stop.unit)
        try writer.text(stop.officer)
        try writer.instant(stop.firstAt.microseconds)
        try writer.instant(stop.lastAt.microseconds)
        try writer.instant(stop.positiveAt.microseconds)
        if let alcohol = stop.alcohol {
            try writer.integer32(Int32(clamping: alcohol.hundredths))
        } else {
            try writer.null()
        }
        try writer.text(stop.bracket)
        try writer.text(stop.dutyTest)
        try writer.instant(stop.dutyAt.microseconds)
        try writer.flag(stop.isRefused)
        try writer.flag(stop.isMotor)
        try writer.optionalText(stop.exempt)
        try writer.flag(stop.isCovered)
    }

    static func write(
        _ member: StopRow.Member,
        of stop: String,
        region: Int32,
        to writer: inout CopyWriter
    ) throws {
        try writer.startRow(columns: 12)
        try writer.integer32(region)
        try writer.text(member.key)
        try writer.text(stop)
        try writer.text(member.device)
        if let number = member.recordNo { try writer.integer(number) } else { try writer.null() }
        try writer.instant(member.testedAt.microseconds)
        try writer.text(member.unit)
        try writer.optionalToken(member.person)
        try writer.optionalToken(member.plate)
        try writer.optionalToken(member.name)
        try writer.optionalText(member.excluded)
        try writer.flag(member.isPersonDoubtful)
    }
}

extension CopyWriter {
    mutating func optionalText(_ value: String?) throws {
        if let value { try text(value) } else { try null() }
    }

    mutating func optionalToken(_ value: Token?) throws {
        if let value { try token(high: value.high, low: value.low) } else { try null() }
    }
}
