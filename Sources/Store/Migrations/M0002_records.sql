-- The kinds of record. Rows are never changed, but for `latest` and `seen_at`, which say which revision counts now
-- and how lately an export showed it. No clear personal data: masked text for people, keyed tokens for matching;
-- the clear value stands in the archived delivery, where delivery, line and byte range lead.

CREATE TABLE docket.breath_test (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    alcohol_raw text,
    device text,
    record_no bigint,
    tested_at timestamptz,
    uploaded_at timestamptz,
    alcohol integer,
    alcohol_second integer,
    mode text,
    entry text,
    valid boolean,
    signed boolean,
    vehicle text,
    unit text,
    officer text,
    place text,
    longitude text,
    latitude text,
    person_name_masked text,
    person_name_token bytea,
    person_id_masked text,
    person_id_token bytea,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.breath_test IS '[region] 酒精检测记录 / Breath tests';
CREATE INDEX ON docket.breath_test USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.breath_tester (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    device text,
    model text,
    unit text,
    verified_on date,
    valid_until date,
    status text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.breath_tester IS '[region] 酒精检测仪登记及检定 / Breath testers and their verification';
CREATE INDEX ON docket.breath_tester USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.case_file (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    alcohol_raw text,
    case_no text,
    category text,
    offence_code text,
    unit text,
    officer text,
    approver text,
    occurred_at timestamptz,
    accepted_at timestamptz,
    measure_at timestamptz,
    filed_at timestamptz,
    not_filed_at timestamptz,
    decided_at timestamptz,
    withdrawn_at timestamptz,
    licence_revoked_at timestamptz,
    entered_at timestamptz,
    status text,
    nonfiling_reason text,
    device text,
    record_no bigint,
    alcohol integer,
    vehicle text,
    blood_drawn_at timestamptz,
    blood_sent_at timestamptz,
    blood_received_at timestamptz,
    blood_reported_at timestamptz,
    blood_notified_at timestamptz,
    blood_alcohol integer,
    blood_tube text,
    person_name_masked text,
    person_name_token bytea,
    person_id_masked text,
    person_id_token bytea,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.case_file IS '[region] 案件登记：受案、强制措施、立案、不予立案、行政决定 / Case register';
CREATE INDEX ON docket.case_file USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.camera (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    camera text,
    model text,
    unit text,
    officer text,
    status text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.camera IS '[region] 执法记录仪登记 / Body cameras';
CREATE INDEX ON docket.camera USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.recording (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    recording_no text,
    camera text,
    officer text,
    unit text,
    started_at timestamptz,
    ended_at timestamptz,
    collected_at timestamptz,
    bytes bigint,
    integrity text,
    is_key boolean,
    case_no text,
    category text,
    storage text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.recording IS '[region] 执法视音频清单 / Recordings collected from cameras';
CREATE INDEX ON docket.recording USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.robot (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    robot text,
    unit text,
    place text,
    status text,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.robot IS '[region] 劝导机器人登记 / Persuasion robots';
CREATE INDEX ON docket.robot USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.robot_violation (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    robot text,
    record_no text,
    captured_at timestamptz,
    offence_code text,
    place text,
    score bigint,
    margin bigint,
    reviewed_at timestamptz,
    reviewer text,
    review_result text,
    unit text,
    person_name_masked text,
    person_name_token bytea,
    person_id_masked text,
    person_id_token bytea,
    plate_masked text,
    plate_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.robot_violation IS '[region] 劝导机器人违法记录 / Violations recorded by robots';
CREATE INDEX ON docket.robot_violation USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.notice (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    message_no text,
    robot text,
    violation_no text,
    sent_at timestamptz,
    wording text,
    status text,
    channel text,
    unit text,
    phone_masked text,
    phone_token bytea,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.notice IS '[region] 短信告知 / Text messages sent';
CREATE INDEX ON docket.notice USING brin (delivery) WITH (pages_per_range = 16);

CREATE TABLE docket.internal_test (
    region integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    latest boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    content_hash bytea NOT NULL,
    defects text,
    device text,
    started_at timestamptz,
    ended_at timestamptz,
    unit text,
    signed boolean,
    signed_by text,
    participants bigint,
    PRIMARY KEY (region, key, revision)
);
COMMENT ON TABLE docket.internal_test IS '[region] 工作日饮酒测试登记 / Spans of internal alcohol tests';
CREATE INDEX ON docket.internal_test USING brin (delivery) WITH (pages_per_range = 16);

-- Neighbours of a test on its device, and tests of one person or vehicle.
CREATE INDEX ON docket.breath_test (region, device, tested_at);
CREATE INDEX ON docket.breath_test (region, person_id_token, tested_at) WHERE person_id_token IS NOT NULL;
CREATE INDEX ON docket.breath_test (region, plate_token, tested_at) WHERE plate_token IS NOT NULL;
-- Records that were altered, which are few.
CREATE INDEX ON docket.breath_test (region, key) WHERE revision > 1;
-- Cases that may answer a stop.
CREATE INDEX ON docket.case_file (region, device, record_no) WHERE record_no IS NOT NULL;
CREATE INDEX ON docket.case_file (region, person_id_token) WHERE person_id_token IS NOT NULL;
CREATE INDEX ON docket.case_file (region, plate_token) WHERE plate_token IS NOT NULL;
CREATE INDEX ON docket.case_file (region, person_name_token) WHERE person_name_token IS NOT NULL;
-- Recordings that may show a test.
CREATE INDEX ON docket.recording
    USING gist (tstzrange(started_at, greatest(started_at, coalesce(ended_at, started_at)), '[]'));
-- What a notice speaks of.
CREATE INDEX ON docket.robot_violation (region, record_no);
CREATE INDEX ON docket.robot_violation (region, robot);
CREATE INDEX ON docket.notice (region, violation_no);
CREATE INDEX ON docket.notice (region, robot);
