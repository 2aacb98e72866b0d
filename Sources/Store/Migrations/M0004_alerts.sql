-- Alerts, their history, and the letters that told of them.

CREATE TABLE docket.alert (
    region integer NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    check_id text NOT NULL,
    subject text NOT NULL,
    unit text NOT NULL,
    severity text NOT NULL,
    open boolean NOT NULL,
    since timestamptz NOT NULL,
    due timestamptz NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_because text,
    remark text,
    retrospective boolean NOT NULL,
    rule_version text NOT NULL,
    evidence json NOT NULL,
    PRIMARY KEY (region, year, number),
    UNIQUE (region, check_id, subject)
);
COMMENT ON TABLE docket.alert IS '[region] 预警：一项核查对一个对象的线索 / Alerts: one for each check and subject';
COMMENT ON COLUMN docket.alert.remark IS '暂不能重新判定的原因 / Why an open alert cannot be judged anew just now';
COMMENT ON COLUMN docket.alert.evidence IS '证据：文件哈希、行号、字节范围、试过的候选 / Evidence: file hash, line, byte range, candidates tried and refused';

CREATE TABLE docket.alert_event (
    region integer NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    sequence integer NOT NULL,
    at timestamptz NOT NULL,
    event text NOT NULL,
    severity text NOT NULL,
    due timestamptz NOT NULL,
    remark text,
    rule_version text NOT NULL,
    evidence json NOT NULL,
    PRIMARY KEY (region, year, number, sequence),
    FOREIGN KEY (region, year, number) REFERENCES docket.alert (region, year, number)
);
COMMENT ON TABLE docket.alert_event IS '[region] 预警经过：开立、更新、关闭、重开 / The history of every alert; rows are only ever added';
CREATE INDEX ON docket.alert_event (region, at);

CREATE TABLE docket.digest (
    region integer NOT NULL,
    number bigint NOT NULL,
    as_of timestamptz NOT NULL,
    since timestamptz,
    language text NOT NULL,
    text text NOT NULL,
    page text NOT NULL,
    sha256 bytea NOT NULL,
    PRIMARY KEY (region, number)
);
COMMENT ON TABLE docket.digest IS '[region] 日报：已写成的每一封 / Every digest as it was written';

CREATE TABLE docket.check_rule (
    check_id text NOT NULL,
    version text NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    legal_basis text[] NOT NULL,
    remedy_zh text NOT NULL,
    remedy_en text NOT NULL,
    sql text NOT NULL,
    PRIMARY KEY (check_id, version)
);
COMMENT ON TABLE docket.check_rule IS '[reference] 核查规则的每个版本 / Every version of every check, as it was in force';

CREATE TABLE docket.unit (
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    PRIMARY KEY (code)
);
COMMENT ON TABLE docket.unit IS '[reference] 单位 / Units of the police';
