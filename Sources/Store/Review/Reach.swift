import Model

/// How a change of records of one kind is followed to the subjects of checks: SQL that gives the subjects, in which `$1`
/// is the region and `$2` the deliveries. Every revision of what changed is followed, for it may have left one subject for
/// another.
struct Reach {
    let kind: Kind
    let sql: String

    init(_ kind: Kind, _ subject: String, _ rest: String = "") {
        self.kind = kind
        let table = RecordTable(kind).name
        sql = """
            SELECT DISTINCT \(subject) AS subject FROM \(table) d
            JOIN \(table) r ON r.region = d.region AND r.key = d.key
            \(rest)
            WHERE d.region = $1 AND d.delivery = ANY ($2) AND \(subject) IS NOT NULL
            """
    }

    /// How changes reach the subjects of a kind. Stops and notices have queries of their own, and what touches a stop
    /// touches the cases it is linked to.
    static func all(to subject: SubjectKind) -> [Reach] {
        switch subject {
        case .stop, .notice: []
        case .test: tests
        case .caseFile: cases
        case .recording: recordings
        case .violation: violations
        case .complaint: complaints
        case .accident: accidents
        case .examSession: examSessions
        case .device: devices
        case .day: days
        case .month: months
        }
    }

    private static let tests = [
        Reach(
            .breathTest,
            "t.key",
            // The officer of a test may be found elsewhere at the same time by another.
            """
            JOIN docket.breath_test t ON t.region = r.region AND t.latest
                AND t.tested_at BETWEEN r.tested_at - interval '1 hour' AND r.tested_at + interval '1 hour'
                AND (t.key = r.key OR t.officer = r.officer)
            """
        ),
        Reach(
            .internalTest,
            "t.key",
            """
            JOIN docket.breath_test t ON t.region = r.region AND t.latest AND t.device = r.device
                AND t.tested_at BETWEEN r.started_at AND r.ended_at
            """
        ),
        // A day of verification excuses readings of its gas.
        Reach(
            .breathTester,
            "t.key",
            """
            JOIN docket.breath_test t ON t.region = r.region AND t.latest AND t.device = r.device
                AND t.tested_at >= (r.verified_on::timestamp AT TIME ZONE 'Asia/Shanghai')
                AND t.tested_at < (r.verified_on::timestamp AT TIME ZONE 'Asia/Shanghai') + interval '1 day'
            """
        ),
        Reach(
            .duty,
            "t.key",
            """
            JOIN docket.breath_test t ON t.region = r.region AND t.latest AND t.officer = r.officer
                AND t.tested_at BETWEEN r.started_at - interval '1 day' AND r.ended_at + interval '1 day'
            """
        ),
        // A device lent to somebody bears the number of its owner.
        Reach(
            .duty,
            "t.key",
            """
            JOIN docket.breath_test t ON t.region = r.region AND t.latest AND t.device = r.borrowed_device
                AND t.tested_at BETWEEN r.started_at AND r.ended_at
            """
        ),
    ]

    private static let cases =
        [
            Reach(.caseFile, "r.key"),
            // A tube on record under two cases.
            Reach(
                .caseFile,
                "c.key",
                "JOIN docket.case_file c ON c.region = r.region AND c.blood_tube = r.blood_tube AND c.latest"
            ),
            // What a person was punished for before matters to the next time.
            Reach(
                .caseFile,
                "c.key",
                "JOIN docket.case_file c ON c.region = r.region AND c.person_id_token = r.person_id_token AND c.latest"
            ),
        ]
        + [Kind.recording, .bloodSample, .exhibit].map { kind in
            Reach(
                kind,
                "c.key",
                "JOIN docket.case_file c ON c.region = r.region AND c.case_no = r.case_no AND c.latest"
            )
        }

    private static let recordings = [
        Reach(.recording, "r.key"),
        Reach(
            .recording,
            "v.key",
            """
            JOIN docket.recording v ON v.region = r.region AND v.latest AND v.camera = r.camera
                AND tstzrange(v.started_at, greatest(v.started_at, coalesce(v.ended_at, v.started_at)), '[]')
                    && tstzrange(r.started_at - interval '1 hour',
                        greatest(r.started_at, coalesce(r.ended_at, r.started_at)) + interval '1 hour', '[]')
            """
        ),
        Reach(
            .recording,
            "v.key",
            "JOIN docket.recording v ON v.region = r.region AND v.enforcement_no = r.enforcement_no AND v.latest"
        ),
    ]

    private static let violations =
        [
            Reach(.robotViolation, "r.key")
        ]
        + ["plate_token", "person_id_token"].map { token in
            // What one vehicle or person did elsewhere at the time.
            Reach(
                .robotViolation,
                "v.key",
                """
                JOIN docket.robot_violation v ON v.region = r.region AND v.\(token) = r.\(token) AND v.latest
                    AND v.captured_at BETWEEN r.captured_at - interval '8 days' AND r.captured_at + interval '8 days'
                """
            )
        } + [
            Reach(
                .notice,
                "v.key",
                "JOIN docket.robot_violation v ON v.region = r.region AND v.record_no = r.violation_no AND v.latest"
            ),
            Reach(
                .complaint,
                "v.key",
                "JOIN docket.robot_violation v ON v.region = r.region AND v.record_no = r.violation_no AND v.latest"
            ),
        ]

    private static let complaints = [
        Reach(.complaint, "r.key"),
        Reach(
            .notice,
            "c.key",
            "JOIN docket.complaint c ON c.region = r.region AND c.message_no = r.message_no AND c.latest"
        ),
        Reach(
            .robotViolation,
            "c.key",
            "JOIN docket.complaint c ON c.region = r.region AND c.violation_no = r.record_no AND c.latest"
        ),
    ]

    private static let accidents = [
        Reach(.accident, "r.key"),
        Reach(
            .breathTest,
            "a.key",
            """
            JOIN docket.accident a ON a.region = r.region AND a.latest
                AND a.occurred_at BETWEEN r.tested_at - interval '2 days' AND r.tested_at + interval '2 days'
            """
        ),
    ]

    private static let examSessions = [
        Reach(.examSession, "r.key"),
        Reach(
            .examRecording,
            "s.key",
            """
            JOIN docket.exam_session s ON s.region = r.region AND s.latest AND s.room = r.room
                AND s.started_at <= r.ended_at + interval '1 day' AND s.ended_at >= r.started_at - interval '1 day'
            """
        ),
    ]

    private static let devices = [
        Reach(.breathTest, "r.device"),
        // A device is silent beside the others of its unit.
        Reach(
            .breathTest,
            "o.device",
            """
            JOIN docket.breath_tester o ON o.region = r.region AND o.latest
                AND left(o.unit, \(Organisation.countyDigits)) = left(r.unit, \(Organisation.countyDigits))
            """
        ),
        Reach(.breathTester, "r.device"), Reach(.deviceCounter, "r.device"),
    ]

    private static let days = [
        (Kind.breathTest, "r.tested_at"), (.internalTest, "r.started_at"), (.internalTest, "r.ended_at"),
        (.breathTester, "(r.verified_on::timestamp AT TIME ZONE 'Asia/Shanghai') + interval '12 hours'"),
    ].flatMap { kind, column in Period.day.names(of: column).map { Reach(kind, $0) } }

    private static let months =
        [
            (Kind.breathTest, "r.tested_at"), (.deviceCounter, "r.read_at"), (.supply, "r.issued_at"),
            (.cameraInspection, "r.inspected_at"),
            (.testTally, "(r.day::timestamp AT TIME ZONE 'Asia/Shanghai')"),
        ].flatMap { kind, column in Period.month.names(of: column).map { Reach(kind, $0) } } + [
            // A camera that is new, or is no more, counts or does not in every month of the three years that are kept.
            Reach(
                .camera,
                "to_char(date_trunc('month', r.seen_at AT TIME ZONE 'Asia/Shanghai') - g.n * interval '1 month', 'YYYY-MM')",
                "CROSS JOIN generate_series(-2, 36) g (n)"
            )
        ]
}
