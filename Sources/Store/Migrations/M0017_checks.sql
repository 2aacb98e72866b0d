-- Checks that can be argued with: what a finding was judged by and shows, which versions of a check were accepted, and the
-- lines of the law as checks see them.

-- Which of the subjects under review a finding hangs on: a run of tests on its day, a duty of a case on the case.
ALTER TABLE docket.finding ADD COLUMN scope text;
UPDATE docket.finding SET scope = subject;
ALTER TABLE docket.finding ALTER COLUMN scope SET NOT NULL;
ALTER TABLE docket.finding ADD COLUMN answered_at timestamptz;
ALTER TABLE docket.finding ADD COLUMN band text NOT NULL DEFAULT '';
ALTER TABLE docket.finding ADD COLUMN clock text;
ALTER TABLE docket.finding ADD COLUMN pause bigint NOT NULL DEFAULT 0;
ALTER TABLE docket.finding ADD COLUMN provisional boolean NOT NULL DEFAULT false;
ALTER TABLE docket.finding ADD COLUMN details text;
ALTER TABLE docket.finding ADD COLUMN law_version text NOT NULL DEFAULT '';
CREATE INDEX ON docket.finding (region, check_id, scope);
COMMENT ON COLUMN docket.finding.scope IS '所属复核对象，如检测串所在的日、案件期限所在的案件 / What was reviewed when it was found: the day of a run of tests, the case of a duty';
COMMENT ON COLUMN docket.finding.answered_at IS '应办之事办成的时间 / When what should have followed did';
COMMENT ON COLUMN docket.finding.band IS '程度所属的档，名称见核查文件 / The degree of the trouble, as the check file names it';
COMMENT ON COLUMN docket.finding.clock IS '多个时限中起算的一个；空为第一个 / Of several clocks the first that counts; empty for the first of all';
COMMENT ON COLUMN docket.finding.pause IS '依法扣除的秒数 / Seconds for which lawful events hold the clock up';
COMMENT ON COLUMN docket.finding.provisional IS '期限超出工作日历，为暂定 / The deadline reaches beyond the work calendar and is provisional';
COMMENT ON COLUMN docket.finding.details IS '所比较的值与所依据的记录，JSON / What was compared, and the records it rests on, as JSON';
COMMENT ON COLUMN docket.finding.law_version IS '所依标准、时限、日历的版本 / Version of the thresholds, clocks and calendar it was judged by';

ALTER TABLE docket.alert ADD COLUMN law_version text NOT NULL DEFAULT '';
COMMENT ON COLUMN docket.alert.law_version IS '所依标准、时限、日历的版本 / Version of the thresholds, clocks and calendar it was judged by';
ALTER TABLE docket.alert_event ADD COLUMN law_version text NOT NULL DEFAULT '';
COMMENT ON COLUMN docket.alert_event.law_version IS '当时所依标准、时限、日历的版本 / Version of the thresholds, clocks and calendar then in force';

ALTER TABLE docket.check_rule ADD COLUMN number bigint NOT NULL DEFAULT 0;
ALTER TABLE docket.check_rule ADD COLUMN source text NOT NULL DEFAULT '';
ALTER TABLE docket.check_rule ADD COLUMN columns text[];
ALTER TABLE docket.check_rule ADD COLUMN examined_by text;
ALTER TABLE docket.check_rule ADD COLUMN refusal text;
COMMENT ON COLUMN docket.check_rule.number IS '版本号，由编写人递增 / Number of the version, counted up by its author';
COMMENT ON COLUMN docket.check_rule.source IS '核查文件全文 / The whole file of the check';
COMMENT ON COLUMN docket.check_rule.columns IS '其SQL给出的列 / The columns its SQL gives';
COMMENT ON COLUMN docket.check_rule.examined_by IS '例子在哪一版法规数据下验证 / The version of the law data under which its examples were tried';
COMMENT ON COLUMN docket.check_rule.refusal IS '未通过验证的原因；空为通过 / Why it was refused; empty where it was not';

CREATE TABLE docket.law_version (
    version text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (version)
);
COMMENT ON TABLE docket.law_version IS '[reference] 标准、时限、日历、关联规则的每个版本，JSON / Every version of thresholds, clocks, calendar and matching numbers, as JSON';

CREATE TABLE docket.threshold (
    code text NOT NULL,
    effective_from timestamptz NOT NULL,
    effective_to timestamptz NOT NULL,
    alcohol integer NOT NULL,
    citation text NOT NULL,
    PRIMARY KEY (code, effective_from)
);
COMMENT ON TABLE docket.threshold IS '[reference] 酒精标准及其施行期间，供核查引用 / Lines of alcohol and when they are in force, for checks to compare with';
COMMENT ON COLUMN docket.threshold.alcohol IS '毫克/100毫升的百分之一 / Hundredths of mg/100 mL';
COMMENT ON COLUMN docket.threshold.effective_to IS '不再施行的第一刻 / The first moment at which it is no longer in force';

CREATE TABLE docket.number_run (
    region integer NOT NULL,
    device text NOT NULL,
    from_no bigint NOT NULL,
    to_no bigint NOT NULL,
    from_key text NOT NULL,
    to_key text NOT NULL,
    PRIMARY KEY (region, device, from_no),
    CHECK (from_no <= to_no)
);
COMMENT ON TABLE docket.number_run IS '[region] 检测仪连续记录号的区段 / Stretches of record numbers of a device of which none is missing';
COMMENT ON COLUMN docket.number_run.from_key IS '首号记录的自然键 / Natural key of the record with the first number';
COMMENT ON COLUMN docket.number_run.to_key IS '末号记录的自然键 / Natural key of the record with the last number';

-- Cases by the number other registers know them by, recordings of one enforcement, and what was recorded of one vehicle or
-- person.
CREATE INDEX ON docket.case_file (region, case_no);
CREATE INDEX ON docket.recording (region, case_no) WHERE case_no IS NOT NULL;
CREATE INDEX ON docket.recording (region, enforcement_no) WHERE enforcement_no IS NOT NULL;
CREATE INDEX ON docket.exam_recording (region, room, started_at);
CREATE INDEX ON docket.robot_violation (region, plate_token, captured_at) WHERE plate_token IS NOT NULL;
CREATE INDEX ON docket.robot_violation (region, person_id_token, captured_at) WHERE person_id_token IS NOT NULL;
CREATE INDEX ON docket.link (region, record) WHERE refusal = 'vanished';

ALTER TABLE docket.rejection ADD COLUMN key text;
COMMENT ON COLUMN docket.rejection.key IS '该行若成为记录时的自然键；无法读出则为空 / The natural key the row would have had; empty where it could not be read';
CREATE INDEX ON docket.case_file (region, blood_tube) WHERE blood_tube IS NOT NULL;

-- The next review goes through everything, by the checks as they are now.
UPDATE docket.review SET fingerprint = '';
