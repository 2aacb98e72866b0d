-- More kinds of record, and more of what cases, devices and robots say of themselves.

ALTER TABLE docket.case_file ADD COLUMN offence_class text;
ALTER TABLE docket.case_file ADD COLUMN measure_alcohol integer;
ALTER TABLE docket.case_file ADD COLUMN decision_alcohol integer;
ALTER TABLE docket.case_file ADD COLUMN no_breath_reason text;
ALTER TABLE docket.case_file ADD COLUMN review_extended_at timestamptz;
ALTER TABLE docket.case_file ADD COLUMN transferred_at timestamptz;
ALTER TABLE docket.case_file ADD COLUMN joined_to text;
ALTER TABLE docket.case_file ADD COLUMN renumbered_from text;
ALTER TABLE docket.case_file ADD COLUMN penalty_notified_at timestamptz;
ALTER TABLE docket.case_file ADD COLUMN detention_days bigint;
ALTER TABLE docket.case_file ADD COLUMN detention_waived boolean;
ALTER TABLE docket.case_file ADD COLUMN vehicle_use text;
ALTER TABLE docket.case_file ADD COLUMN licence_state text;
ALTER TABLE docket.case_file ADD COLUMN accident_liable boolean;
ALTER TABLE docket.case_file ADD COLUMN fled boolean;
ALTER TABLE docket.case_file ADD COLUMN expressway boolean;
ALTER TABLE docket.case_file ADD COLUMN carried_passengers boolean;
ALTER TABLE docket.case_file ADD COLUMN obstructed boolean;
ALTER TABLE docket.case_file ADD COLUMN prior_penalty_at date;
ALTER TABLE docket.case_file ADD COLUMN prior_conviction_at date;
ALTER TABLE docket.case_file ADD COLUMN blood_late_reason text;
ALTER TABLE docket.case_file ADD COLUMN notice_attempted_at timestamptz;
ALTER TABLE docket.case_file ADD COLUMN seized_at timestamptz;
ALTER TABLE docket.case_file ADD COLUMN returned_at timestamptz;

ALTER TABLE docket.breath_tester ADD COLUMN status_since date;
ALTER TABLE docket.breath_tester ADD COLUMN screening boolean;
ALTER TABLE docket.breath_tester ADD COLUMN certificate text;
ALTER TABLE docket.breath_tester ADD COLUMN failed_on date;

ALTER TABLE docket.robot_violation ADD COLUMN entered_at timestamptz;
ALTER TABLE docket.robot_violation ADD COLUMN objected_at timestamptz;
ALTER TABLE docket.robot_violation ADD COLUMN objection_answered_at timestamptz;
ALTER TABLE docket.robot_violation ADD COLUMN error_verified_at timestamptz;
ALTER TABLE docket.robot_violation ADD COLUMN cancelled_at timestamptz;
ALTER TABLE docket.robot_violation ADD COLUMN advisory boolean;
ALTER TABLE docket.robot_violation ADD COLUMN longitude text;
ALTER TABLE docket.robot_violation ADD COLUMN latitude text;
ALTER TABLE docket.robot_violation ADD COLUMN plate_class text;
ALTER TABLE docket.robot_violation ADD COLUMN colour text;
ALTER TABLE docket.robot_violation ADD COLUMN brand text;
ALTER TABLE docket.robot_violation ADD COLUMN register_plate_class text;
ALTER TABLE docket.robot_violation ADD COLUMN register_colour text;
ALTER TABLE docket.robot_violation ADD COLUMN register_brand text;
ALTER TABLE docket.robot_violation ADD COLUMN face_sex text;
ALTER TABLE docket.robot_violation ADD COLUMN face_age bigint;
ALTER TABLE docket.robot_violation ADD COLUMN register_sex text;
ALTER TABLE docket.robot_violation ADD COLUMN register_age bigint;
ALTER TABLE docket.robot_violation ADD COLUMN deceased boolean;
ALTER TABLE docket.robot_violation ADD COLUMN courier boolean;

ALTER TABLE docket.notice ADD COLUMN recalled_at timestamptz;
ALTER TABLE docket.notice ADD COLUMN local boolean;

ALTER TABLE docket.recording ADD COLUMN enforcement_no text;
ALTER TABLE docket.recording ADD COLUMN expires_at timestamptz;
ALTER TABLE docket.recording ADD COLUMN remote_until timestamptz;
ALTER TABLE docket.recording ADD COLUMN loss_explained boolean;

CREATE TABLE docket.blood_sample (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    alcohol_raw text,
    tube text,
    case_no text,
    portion text,
    unit text,
    drawn_at timestamptz,
    drawn_by_masked text,
    drawn_by_token bytea,
    sealed_by_masked text,
    sealed_by_token bytea,
    sent_at timestamptz,
    sent_by_masked text,
    sent_by_token bytea,
    received_at timestamptz,
    received_by_masked text,
    received_by_token bytea,
    reported_at timestamptz,
    alcohol integer,
    status text,
    documented boolean,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.blood_sample IS '[region] 血样（管）登记及其流转 / Tubes of blood, and every hand-over of them';
CREATE INDEX ON docket.blood_sample (region, delivery);

CREATE TABLE docket.duty (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    officer text,
    started_at timestamptz,
    ended_at timestamptz,
    unit text,
    team text,
    status text,
    place text,
    borrowed_device text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.duty IS '[region] 勤务排班 / Who was on duty';
CREATE INDEX ON docket.duty (region, delivery);

CREATE TABLE docket.complaint (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    complaint_no text,
    received_at timestamptz,
    topic text,
    unit text,
    message_no text,
    violation_no text,
    duplicate_of text,
    signed_at timestamptz,
    assigned_at timestamptz,
    answered_at timestamptz,
    answer_reviewed_at timestamptz,
    inspected_at timestamptz,
    closed_at timestamptz,
    person_name_masked text,
    person_name_token bytea,
    phone_masked text,
    phone_token bytea,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.complaint IS '[region] 热线工单：接单、签办、交办、回复审核、检查督办 / Complaints to the hotline';
CREATE INDEX ON docket.complaint (region, delivery);

CREATE TABLE docket.exhibit (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    exhibit_no text,
    case_no text,
    category text,
    unit text,
    seized_at timestamptz,
    deposited_at timestamptz,
    custodian text,
    remote_until timestamptz,
    tested_until timestamptz,
    returned_at timestamptz,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.exhibit IS '[region] 涉案财物台账 / Ledger of exhibits';
CREATE INDEX ON docket.exhibit (region, delivery);

CREATE TABLE docket.device_counter (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    device text,
    read_at timestamptz,
    total bigint,
    self_tests bigint,
    occasion text,
    board_changed boolean,
    unit text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.device_counter IS '[region] 检测仪计数 / What the counters of breath testers showed';
CREATE INDEX ON docket.device_counter (region, delivery);

CREATE TABLE docket.test_tally (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    device text,
    day date,
    tests bigint,
    unit text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.test_tally IS '[region] 检测工作量登记 / How many tests units wrote down';
CREATE INDEX ON docket.test_tally (region, delivery);

CREATE TABLE docket.supply (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    issue_no text,
    unit text,
    issued_at timestamptz,
    mouthpieces bigint,
    returned bigint,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.supply IS '[region] 吹嘴领用 / Mouthpieces handed out';
CREATE INDEX ON docket.supply (region, delivery);

CREATE TABLE docket.exam_session (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    session_no text,
    room text,
    started_at timestamptz,
    ended_at timestamptz,
    unit text,
    candidates bigint,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.exam_session IS '[region] 驾驶人考试场次 / Driving examinations';
CREATE INDEX ON docket.exam_session (region, delivery);

CREATE TABLE docket.exam_recording (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    recording_no text,
    room text,
    started_at timestamptz,
    ended_at timestamptz,
    unit text,
    storage text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.exam_recording IS '[region] 考场录像 / Recordings of examination rooms';
CREATE INDEX ON docket.exam_recording (region, delivery);

CREATE TABLE docket.camera_inspection (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    camera text,
    inspected_at timestamptz,
    result text,
    unit text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.camera_inspection IS '[region] 执法记录仪巡检 / Inspections of body cameras';
CREATE INDEX ON docket.camera_inspection (region, delivery);

CREATE TABLE docket.accident (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    accident_no text,
    occurred_at timestamptz,
    unit text,
    officer text,
    place text,
    alcohol_suspected boolean,
    driver_fled boolean,
    blood_drawn_at timestamptz,
    case_no text,
    person_name_masked text,
    person_name_token bytea,
    person_id_masked text,
    person_id_token bytea,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.accident IS '[region] 交通事故登记 / Register of accidents';
CREATE INDEX ON docket.accident (region, delivery);

-- What cases, devices and officers have of the new kinds.
CREATE INDEX ON docket.blood_sample (region, case_no) WHERE case_no IS NOT NULL;
CREATE INDEX ON docket.exhibit (region, case_no) WHERE case_no IS NOT NULL;
CREATE INDEX ON docket.complaint (region, message_no) WHERE message_no IS NOT NULL;
CREATE INDEX ON docket.complaint (region, violation_no) WHERE violation_no IS NOT NULL;
CREATE INDEX ON docket.duty (region, officer, started_at);

CREATE OR REPLACE VIEW docket.record_history AS
SELECT r.region, r.kind, r.key, r.revision, r.latest,
    d.feed, d.file_name, encode(d.sha256, 'hex') AS sha256, r.line, r.byte_from, r.byte_length,
    d.exported_at AT TIME ZONE 'Asia/Shanghai' AS exported_at,
    d.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    r.defects,
    -- What has a column of its own is not told twice, and tokens tell people nothing.
    r.content - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from', 'byte_length',
        'part', 'content_hash', 'defects', 'person_name_token', 'person_id_token', 'plate_token', 'phone_token',
        'drawn_by_token', 'sealed_by_token', 'sent_by_token', 'received_by_token'] AS content,
    p.name AS part
FROM (
    SELECT r.region, 'breath_test' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.breath_test r
    UNION ALL
    SELECT r.region, 'breath_tester' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.breath_tester r
    UNION ALL
    SELECT r.region, 'case_file' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.case_file r
    UNION ALL
    SELECT r.region, 'camera' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.camera r
    UNION ALL
    SELECT r.region, 'recording' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.recording r
    UNION ALL
    SELECT r.region, 'robot' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.robot r
    UNION ALL
    SELECT r.region, 'robot_violation' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.robot_violation r
    UNION ALL
    SELECT r.region, 'notice' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.notice r
    UNION ALL
    SELECT r.region, 'internal_test' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.internal_test r
    UNION ALL
    SELECT r.region, 'blood_sample' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.blood_sample r
    UNION ALL
    SELECT r.region, 'duty' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.duty r
    UNION ALL
    SELECT r.region, 'complaint' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.complaint r
    UNION ALL
    SELECT r.region, 'exhibit' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.exhibit r
    UNION ALL
    SELECT r.region, 'device_counter' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.device_counter r
    UNION ALL
    SELECT r.region, 'test_tally' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.test_tally r
    UNION ALL
    SELECT r.region, 'supply' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.supply r
    UNION ALL
    SELECT r.region, 'exam_session' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.exam_session r
    UNION ALL
    SELECT r.region, 'exam_recording' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.exam_recording r
    UNION ALL
    SELECT r.region, 'camera_inspection' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.camera_inspection r
    UNION ALL
    SELECT r.region, 'accident' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.part, r.defects, to_jsonb(r) AS content
    FROM docket.accident r
) r
JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
LEFT JOIN docket.delivery_part p ON p.region = r.region AND p.delivery = r.delivery AND p.part = r.part;

CREATE OR REPLACE VIEW docket.vanished_record AS
SELECT g.region, g.feed, f.kind, g.key,
    CASE WHEN g.returned_at IS NOT NULL THEN 'returned' WHEN a.confirmed_by IS NOT NULL THEN 'vanished'
        ELSE 'missed' END AS state,
    g.since AT TIME ZONE 'Asia/Shanghai' AS shown_since,
    e.event_at AT TIME ZONE 'Asia/Shanghai' AS event_at,
    a.missed_at AT TIME ZONE 'Asia/Shanghai' AS missed_at,
    a.missed_by,
    a.confirmed_at AT TIME ZONE 'Asia/Shanghai' AS confirmed_at,
    a.confirmed_by,
    g.returned_at AT TIME ZONE 'Asia/Shanghai' AS returned_at
FROM (
    SELECT p.region, p.feed, p.key, p.since, p.gone_at,
        (SELECT min(n.since) FROM docket.presence n
         WHERE n.region = p.region AND n.feed = p.feed AND n.key = p.key AND n.since > p.gone_at) AS returned_at
    FROM docket.presence p WHERE p.gone_at IS NOT NULL) g
JOIN docket.feed f ON f.region = g.region AND f.name = g.feed
JOIN (
    SELECT s.region, s.feed, bool_or(s.shows_from IS NULL) AS whole, max(s.exported_at - s.shows_from) AS widest
    FROM docket.snapshot s GROUP BY s.region, s.feed) w ON w.region = g.region AND w.feed = g.feed
CROSS JOIN LATERAL (
    SELECT max(v.event_at) AS event_at FROM (
        SELECT r.tested_at AS event_at FROM docket.breath_test r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'breath_test'
        UNION ALL
        SELECT r.occurred_at FROM docket.case_file r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'case_file'
        UNION ALL
        SELECT r.started_at FROM docket.recording r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'recording'
        UNION ALL
        SELECT r.captured_at FROM docket.robot_violation r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'robot_violation'
        UNION ALL
        SELECT r.sent_at FROM docket.notice r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'notice'
        UNION ALL
        SELECT r.started_at FROM docket.internal_test r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'internal_test'
        UNION ALL
        SELECT r.drawn_at FROM docket.blood_sample r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'blood_sample'
        UNION ALL
        SELECT r.started_at FROM docket.duty r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'duty'
        UNION ALL
        SELECT r.received_at FROM docket.complaint r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'complaint'
        UNION ALL
        SELECT r.seized_at FROM docket.exhibit r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'exhibit'
        UNION ALL
        SELECT r.read_at FROM docket.device_counter r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'device_counter'
        UNION ALL
        SELECT r.day::timestamp AT TIME ZONE 'Asia/Shanghai' FROM docket.test_tally r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'test_tally'
        UNION ALL
        SELECT r.issued_at FROM docket.supply r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'supply'
        UNION ALL
        SELECT r.started_at FROM docket.exam_session r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'exam_session'
        UNION ALL
        SELECT r.started_at FROM docket.exam_recording r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'exam_recording'
        UNION ALL
        SELECT r.inspected_at FROM docket.camera_inspection r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'camera_inspection'
        UNION ALL
        SELECT r.occurred_at FROM docket.accident r
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'accident') v
    HAVING w.whole OR max(v.event_at) + w.widest >= g.gone_at) e
CROSS JOIN LATERAL (
    SELECT min(m.exported_at) AS missed_at, (array_agg(m.delivery ORDER BY m.exported_at))[1] AS missed_by,
        (array_agg(m.exported_at ORDER BY m.exported_at))[2] AS confirmed_at,
        (array_agg(m.delivery ORDER BY m.exported_at))[2] AS confirmed_by
    FROM (
        SELECT s.exported_at, min(s.delivery) AS delivery
        FROM docket.snapshot s
        WHERE s.region = g.region AND s.feed = g.feed AND s.exported_at >= g.gone_at AND s.counts
            AND s.exported_at < coalesce(g.returned_at, 'infinity')
            AND s.exported_at <= CASE WHEN w.whole THEN 'infinity' ELSE e.event_at + w.widest END
        GROUP BY s.exported_at
        HAVING bool_and(s.shows_from IS NULL OR coalesce(e.event_at BETWEEN s.shows_from AND s.exported_at, false))
            AND bool_and(NOT EXISTS (
                SELECT FROM docket.rejection j
                WHERE j.region = s.region AND j.delivery = s.delivery
                    AND (j.settlement IS NULL OR j.settlement = 'discarded')))
        ORDER BY s.exported_at LIMIT 2) m) a
WHERE a.missed_at IS NOT NULL
ORDER BY g.region, g.feed, g.key, g.since;
