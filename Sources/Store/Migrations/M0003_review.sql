-- What belongs together, and what the checks say of it. All of it can be worked out again from the records.

CREATE TABLE docket.stop (
    region integer NOT NULL,
    key text NOT NULL,
    device text NOT NULL,
    unit text NOT NULL,
    officer text NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    positive_at timestamptz NOT NULL,
    alcohol integer,
    bracket text NOT NULL,
    duty_test text NOT NULL,
    duty_at timestamptz NOT NULL,
    refused boolean NOT NULL,
    motor boolean NOT NULL,
    exempt text,
    covered boolean NOT NULL,
    PRIMARY KEY (region, key)
);
COMMENT ON TABLE docket.stop IS '[region] 查处：一人一次的全部检测 / Stops: the tests of one person on one occasion, where one was positive or refused';
COMMENT ON COLUMN docket.stop.key IS '首次检测的自然键 / Natural key of the first test';
COMMENT ON COLUMN docket.stop.alcohol IS '最高有效值，毫克/100毫升的百分之一 / Highest valid value, hundredths of mg/100 mL';
COMMENT ON COLUMN docket.stop.positive_at IS '首次达到饮酒标准或拒测的时间 / First test at or above the lowest line, or refusal';
COMMENT ON COLUMN docket.stop.exempt IS '不属驾驶人检测的理由 / Why no test of it is a driver test';
COMMENT ON COLUMN docket.stop.covered IS '执法视频覆盖检测前后 / Recordings of the team cover the test';
CREATE INDEX ON docket.stop (region, duty_at);

CREATE TABLE docket.stop_test (
    region integer NOT NULL,
    test text NOT NULL,
    stop text NOT NULL,
    device text NOT NULL,
    record_no bigint,
    tested_at timestamptz NOT NULL,
    unit text NOT NULL,
    person_token bytea,
    plate_token bytea,
    name_token bytea,
    excluded text,
    PRIMARY KEY (region, test),
    FOREIGN KEY (region, stop) REFERENCES docket.stop (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE docket.stop_test IS '[region] 查处所含检测 / The tests of each stop';
CREATE INDEX ON docket.stop_test (region, stop);
CREATE INDEX ON docket.stop_test (region, device, tested_at);
CREATE INDEX ON docket.stop_test (region, person_token, tested_at) WHERE person_token IS NOT NULL;
CREATE INDEX ON docket.stop_test (region, plate_token, tested_at) WHERE plate_token IS NOT NULL;
CREATE INDEX ON docket.stop_test (region, name_token, tested_at) WHERE name_token IS NOT NULL;

CREATE TABLE docket.link (
    region integer NOT NULL,
    stop text NOT NULL,
    kind text NOT NULL,
    record text NOT NULL,
    strength text NOT NULL,
    reasons text NOT NULL,
    refusal text,
    answers boolean NOT NULL,
    PRIMARY KEY (region, stop, kind, record),
    FOREIGN KEY (region, stop) REFERENCES docket.stop (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE docket.link IS '[region] 关联：查处与案件、视频的对应及理由 / Links of stops to cases and recordings, with strength, reasons, and why one was refused';
CREATE INDEX ON docket.link (region, kind, record);

CREATE TABLE docket.finding (
    region integer NOT NULL,
    check_id text NOT NULL,
    subject text NOT NULL,
    unit text NOT NULL,
    state text NOT NULL,
    severity text NOT NULL,
    since timestamptz NOT NULL,
    due timestamptz NOT NULL,
    answered boolean NOT NULL,
    waits boolean NOT NULL,
    awaits text,
    rule_version text NOT NULL,
    PRIMARY KEY (region, check_id, subject)
);
COMMENT ON TABLE docket.finding IS '[region] 结论：每项核查对每个对象的当前结论 / What each check says of each subject now';
CREATE INDEX ON docket.finding (region, due) WHERE state <> 'holds';

CREATE TABLE docket.review (
    region integer NOT NULL,
    fingerprint text NOT NULL,
    reviewed_at timestamptz NOT NULL,
    PRIMARY KEY (region)
);
COMMENT ON TABLE docket.review IS '[region] 最近一次复核及其所依规则 / The last review, and the rules it went by';
