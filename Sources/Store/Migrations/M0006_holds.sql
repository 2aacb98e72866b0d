-- Which delivery holds its feed back, instead of the feed knowing only how far; bytes that could not be read once may be
-- read later, under a number of their own; digests that are not on the disk yet; what feeds without a delivery suffer.

ALTER TABLE docket.delivery ADD COLUMN holds_back boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN docket.delivery.holds_back IS '因本次交付的退回行，数据源的完整时点不得越过它；处理后改为 false / Because of rows rejected here the feed is complete no further; false again once they are seen to';
CREATE INDEX ON docket.delivery (region, feed) WHERE holds_back;

ALTER TABLE docket.feed ADD COLUMN proven_until timestamptz;
COMMENT ON COLUMN docket.feed.proven_until IS '无退回行的交付所证明的时点 / What clean deliveries prove';
UPDATE docket.feed SET proven_until = complete_until;
UPDATE docket.delivery d SET holds_back = true
FROM docket.feed f
WHERE f.region = d.region AND f.name = d.feed AND f.held_back_at IS NOT NULL
    AND (d.rejected > 0 OR d.unreadable IS NOT NULL);
ALTER TABLE docket.feed DROP COLUMN held_back_at;

-- Files that lie in the folder and cannot be taken. Taken later, or told to be of no matter by deleting the row.
CREATE TABLE docket.missed_file (
    region integer NOT NULL,
    feed text NOT NULL,
    file_name text NOT NULL,
    exported_at timestamptz,
    reason text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (region, feed, file_name),
    FOREIGN KEY (region, feed) REFERENCES docket.feed (region, name)
);
COMMENT ON TABLE docket.missed_file IS '[region] 未能取走的文件；处理前数据源的完整时点不得越过它 / Files that could not be taken; until they are seen to the feed is complete no further';

-- An ID that fails its own check may confirm that two records speak of one person, never that they do not.
ALTER TABLE docket.stop_test ADD COLUMN person_doubtful boolean NOT NULL DEFAULT false;

-- What the key for personal data makes of a fixed word: with another key old and new records would not match.
CREATE TABLE docket.key_mark (
    region integer NOT NULL,
    mark bytea NOT NULL,
    PRIMARY KEY (region)
);
COMMENT ON TABLE docket.key_mark IS '[region] 个人信息密钥的标记，用以发现换了密钥 / The mark of the key for personal data, by which another key is noticed';

-- Why a check could not be run the last time; its findings are those of the time before.
CREATE TABLE docket.check_fault (
    region integer NOT NULL,
    check_id text NOT NULL,
    fault text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (region, check_id)
);
COMMENT ON TABLE docket.check_fault IS '[region] 未能运行的核查及原因 / Checks that could not be run, and why';

-- The same bytes count once; but bytes nothing could be read of may come again after the mapping was mended.
ALTER TABLE docket.delivery DROP CONSTRAINT delivery_region_feed_sha256_exported_at_key;
CREATE UNIQUE INDEX delivery_read_once ON docket.delivery (region, feed, sha256, exported_at)
    WHERE unreadable IS NULL;
CREATE INDEX ON docket.delivery (region, feed, bytes);

ALTER TABLE docket.digest ADD COLUMN laid_out_at timestamptz;
COMMENT ON COLUMN docket.digest.laid_out_at IS '写成文件的时间；空为尚未写成 / When its files were written; empty until they are';
UPDATE docket.digest SET laid_out_at = as_of;

CREATE VIEW docket.feed_overview AS
SELECT f.region,
    f.name AS feed,
    f.kind,
    f.serves,
    f.complete_until AT TIME ZONE 'Asia/Shanghai' AS complete_until,
    f.last_delivery_at AT TIME ZONE 'Asia/Shanghai' AS last_delivery_at,
    f.trouble,
    coalesce(d.deliveries, 0) AS deliveries,
    coalesce(d.unreadable, 0) AS unreadable,
    coalesce(d.rejected, 0) AS rejected,
    coalesce(d.holding, 0) AS holding
FROM docket.feed f
LEFT JOIN (
    SELECT x.region, x.feed, count(*) AS deliveries, count(x.unreadable) AS unreadable,
        sum(x.rejected)::bigint AS rejected, count(*) FILTER (WHERE x.holds_back) AS holding
    FROM docket.delivery x
    GROUP BY x.region, x.feed) d ON d.region = f.region AND d.feed = f.name
ORDER BY f.region, f.name;
COMMENT ON VIEW docket.feed_overview IS '数据源总览：完整至何时、有无故障 / Feeds: until when each is complete, and what troubles it';
COMMENT ON COLUMN docket.feed_overview.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.feed_overview.feed IS '数据源 / The feed';
COMMENT ON COLUMN docket.feed_overview.kind IS '记录种类 / Kind of record';
COMMENT ON COLUMN docket.feed_overview.serves IS '所服务单位的代码前缀，空为全部 / Prefixes of the codes of the units it speaks for; empty for all';
COMMENT ON COLUMN docket.feed_overview.complete_until IS '完整至此时 / Until when it is known complete';
COMMENT ON COLUMN docket.feed_overview.last_delivery_at IS '最近一次交付 / When it last handed over a file';
COMMENT ON COLUMN docket.feed_overview.trouble IS '最近一次取数失败的原因 / Why the last poll failed, if it did';
COMMENT ON COLUMN docket.feed_overview.deliveries IS '交付数 / Deliveries';
COMMENT ON COLUMN docket.feed_overview.unreadable IS '无法读取的交付数 / Deliveries nothing could be read of';
COMMENT ON COLUMN docket.feed_overview.rejected IS '退回行数 / Rows rejected';
COMMENT ON COLUMN docket.feed_overview.holding IS '使完整时点停住的交付数 / Deliveries that hold it back';

-- A unit that is not listed is shown by the brigade it belongs to.
CREATE OR REPLACE VIEW docket.alert_overview AS
SELECT a.region,
    a.region || '-' || a.year || '-' || lpad(a.number::text, 5, '0') AS alert,
    a.check_id,
    c.title_zh,
    c.title_en,
    a.severity,
    CASE WHEN a.open THEN 'open' ELSE 'closed' END AS state,
    a.unit,
    coalesce(u.name_zh, b.name_zh) AS unit_zh,
    coalesce(u.name_en, b.name_en) AS unit_en,
    a.subject,
    a.since AT TIME ZONE 'Asia/Shanghai' AS since,
    a.due AT TIME ZONE 'Asia/Shanghai' AS due,
    a.opened_at AT TIME ZONE 'Asia/Shanghai' AS opened_at,
    a.closed_at AT TIME ZONE 'Asia/Shanghai' AS closed_at,
    a.closed_because,
    a.retrospective,
    c.legal_basis,
    a.rule_version,
    a.evidence
FROM docket.alert a
LEFT JOIN docket.check_rule c ON c.check_id = a.check_id AND c.version = a.rule_version
LEFT JOIN docket.unit u ON u.code = a.unit
LEFT JOIN docket.unit b ON b.code = rpad(left(a.unit, 6), 12, '0')
ORDER BY a.region, a.unit, a.due, a.year, a.number;
COMMENT ON COLUMN docket.alert_overview.unit_zh IS '单位名称（中文）；未列出的中队显示所属大队 / Name of the unit in Chinese; of a squadron that is not listed, its brigade''s';
COMMENT ON COLUMN docket.alert_overview.unit_en IS '单位名称（英文）；未列出的中队显示所属大队 / Name of the unit in English; of a squadron that is not listed, its brigade''s';
