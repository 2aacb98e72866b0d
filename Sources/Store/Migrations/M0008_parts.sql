-- A delivery may consist of parts: the members of a packed file, the sheets of a workbook. A row stands at a line of its
-- part. And what a feed remembers of its source is opaque: a file's identity, a page's cursor, a high-water mark.

CREATE TABLE docket.delivery_part (
    region integer NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    name text,
    encoding text NOT NULL,
    encoding_by text NOT NULL,
    columns text[] NOT NULL,
    read bigint NOT NULL,
    skipped bigint NOT NULL,
    PRIMARY KEY (region, delivery, part),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number)
);
COMMENT ON TABLE docket.delivery_part IS '[region] 交付的组成部分及其读法 / The parts of a delivery, and how each was read';
COMMENT ON COLUMN docket.delivery_part.part IS '序号，从 0 起 / Counted from 0';
COMMENT ON COLUMN docket.delivery_part.name IS '压缩包成员或工作表的名称；整个文件为一部分时为空 / Name of the packed member or the sheet; empty where the file is one part';
COMMENT ON COLUMN docket.delivery_part.encoding IS '字符集 / Character set';
COMMENT ON COLUMN docket.delivery_part.encoding_by IS '字符集如何得知 / How the character set is known: declared, format, mark, throughout, evidence';
COMMENT ON COLUMN docket.delivery_part.columns IS '列名，按次序 / Names of the columns, in their order';
COMMENT ON COLUMN docket.delivery_part.read IS '读到的行数 / Rows read';
COMMENT ON COLUMN docket.delivery_part.skipped IS '非记录的行数：空行、合计、备注、分节标题 / Rows that are no records: blank rows, sums, notes, headings of sections';

ALTER TABLE docket.breath_test ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.breath_tester ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.case_file ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.camera ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.recording ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.robot ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.robot_violation ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.notice ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.internal_test ADD COLUMN part integer NOT NULL DEFAULT 0;

ALTER TABLE docket.rejection ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.rejection DROP CONSTRAINT rejection_pkey;
ALTER TABLE docket.rejection ADD PRIMARY KEY (region, delivery, part, byte_from);
ALTER TABLE docket.rejection_raw ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE docket.rejection_raw DROP CONSTRAINT rejection_raw_pkey;
ALTER TABLE docket.rejection_raw ADD PRIMARY KEY (region, delivery, part, byte_from);

ALTER TABLE docket.source_file ADD COLUMN mark text;
UPDATE docket.source_file SET mark = concat_ws(':', device, inode, bytes, modified, changed);
ALTER TABLE docket.source_file ALTER COLUMN mark SET NOT NULL;
ALTER TABLE docket.source_file DROP COLUMN device;
ALTER TABLE docket.source_file DROP COLUMN inode;
ALTER TABLE docket.source_file DROP COLUMN bytes;
ALTER TABLE docket.source_file DROP COLUMN modified;
ALTER TABLE docket.source_file DROP COLUMN changed;
COMMENT ON TABLE docket.source_file IS '[region] 取数游标：来源中已取到何处 / The cursor: what was taken of the source already';
COMMENT ON COLUMN docket.source_file.file_name IS '文件名，或游标所指 / The file''s name, or what the mark speaks of';
COMMENT ON COLUMN docket.source_file.mark IS '取到何处：文件标识、页标、高水位等 / How far: identity of the file, cursor of the page, high-water mark';

-- A record stands at a line of its part.
CREATE OR REPLACE VIEW docket.record_history AS
SELECT r.region, r.kind, r.key, r.revision, r.latest,
    d.feed, d.file_name, encode(d.sha256, 'hex') AS sha256, r.line, r.byte_from, r.byte_length,
    d.exported_at AT TIME ZONE 'Asia/Shanghai' AS exported_at,
    d.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    r.defects,
    -- What has a column of its own is not told twice, and tokens tell people nothing.
    r.content - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from', 'byte_length',
        'part', 'content_hash', 'defects', 'person_name_token', 'person_id_token', 'plate_token', 'phone_token'] AS content,
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
) r
JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
LEFT JOIN docket.delivery_part p ON p.region = r.region AND p.delivery = r.delivery AND p.part = r.part;
COMMENT ON COLUMN docket.record_history.line IS '原件（或其部分）中的行号 / Line in the archived file, or in its part';
COMMENT ON COLUMN docket.record_history.byte_from IS '原件（或其部分）中的起始字节 / First byte in the archived file, or in its part';
COMMENT ON COLUMN docket.record_history.part IS '压缩包成员或工作表 / Member of the packed file, or sheet of the workbook';
