-- Rejected rows are work to be done: each is open until it was replayed or discarded, and its fate is kept. So is what was
-- said of it before, and who saw its text in clear.

ALTER TABLE docket.rejection ADD COLUMN settled_at timestamptz;
ALTER TABLE docket.rejection ADD COLUMN settlement text;
ALTER TABLE docket.rejection ADD COLUMN settled_by text;
ALTER TABLE docket.rejection ADD COLUMN settled_because text;
ALTER TABLE docket.rejection ADD COLUMN replay bigint;
ALTER TABLE docket.rejection ADD CHECK (settlement IN ('replayed', 'no_row', 'discarded'));
ALTER TABLE docket.rejection ADD CHECK ((settled_at IS NULL) = (settlement IS NULL));
ALTER TABLE docket.rejection ADD CHECK (settlement <> 'discarded' OR settled_because <> '');
CREATE INDEX rejection_open ON docket.rejection (region, delivery) WHERE settled_at IS NULL;
COMMENT ON COLUMN docket.rejection.reason IS '最近一次退回的原因 / Why it was rejected, the last time';
COMMENT ON COLUMN docket.rejection.settled_at IS '处理完的时间；空为待处理 / When it was settled; empty while it is open';
COMMENT ON COLUMN docket.rejection.settlement IS 'replayed 重放成为记录, no_row 按新设置不再是一行, discarded 作废 / became records, is no row by today''s settings, or was discarded';
COMMENT ON COLUMN docket.rejection.settled_by IS '处理人 / Who settled it';
COMMENT ON COLUMN docket.rejection.settled_because IS '作废理由 / Why it was discarded';
COMMENT ON COLUMN docket.rejection.replay IS '最近一次重放的编号 / The last replay that tried it';

CREATE TABLE docket.replay (
    region integer NOT NULL,
    number bigint NOT NULL,
    delivery bigint NOT NULL,
    at timestamptz NOT NULL,
    who text NOT NULL,
    read bigint NOT NULL,
    stored bigint NOT NULL,
    revised bigint NOT NULL,
    unchanged bigint NOT NULL,
    rejected bigint NOT NULL,
    no_row bigint NOT NULL,
    PRIMARY KEY (region, number),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number),
    CHECK (read = stored + revised + unchanged + rejected)
);
COMMENT ON TABLE docket.replay IS '[region] 重放：按改正后的设置重读一次交付中的退回行；读入=新增+修订+未变+退回 / Replays: rejected rows of a delivery read again by mended settings; read = stored + revised + unchanged + rejected';
COMMENT ON COLUMN docket.replay.no_row IS '按新设置不再是一行的退回行（如表尾） / Rejections where no row stands by the new settings, such as footers';

CREATE TABLE docket.rejection_before (
    region integer NOT NULL,
    delivery bigint NOT NULL,
    part integer NOT NULL,
    byte_from bigint NOT NULL,
    replay bigint NOT NULL,
    reason text NOT NULL,
    column_name text,
    explanation text NOT NULL,
    PRIMARY KEY (region, delivery, part, byte_from, replay),
    FOREIGN KEY (region, delivery, part, byte_from) REFERENCES docket.rejection (region, delivery, part, byte_from),
    FOREIGN KEY (region, replay) REFERENCES docket.replay (region, number)
);
COMMENT ON TABLE docket.rejection_before IS '[region] 重放之前的退回原因 / What was said of a rejected row until a replay found another reason';

CREATE TABLE docket.disclosure (
    region integer NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (region, number),
    CHECK (reason <> '')
);
COMMENT ON TABLE docket.disclosure IS '[region] 查看个人信息原文的记录 / Who saw personal data in clear, what of it, and why';

-- A whole file nothing could be read of is work of the same sort.
ALTER TABLE docket.delivery ADD COLUMN released_at timestamptz;
ALTER TABLE docket.delivery ADD COLUMN released_by text;
ALTER TABLE docket.delivery ADD COLUMN released_because text;
ALTER TABLE docket.delivery ADD CHECK (released_at IS NULL OR (released_by <> '' AND released_because <> ''));
COMMENT ON COLUMN docket.delivery.released_at IS '无法读取的文件何时作废 / When a person said that nothing of the unreadable file is missing';
COMMENT ON COLUMN docket.delivery.released_by IS '作废人 / Who said so';
COMMENT ON COLUMN docket.delivery.released_because IS '作废理由 / Why';

CREATE VIEW docket.rejection_overview AS
SELECT r.region, d.feed, r.reason, r.column_name,
    regexp_replace(regexp_replace(r.explanation, ': .*$', ''), '[0-9]+', '#', 'g') AS cause,
    count(*) AS rows,
    count(DISTINCT r.delivery) AS deliveries,
    min(d.received_at) AT TIME ZONE 'Asia/Shanghai' AS first_seen,
    max(d.received_at) AT TIME ZONE 'Asia/Shanghai' AS last_seen
FROM docket.rejection r
JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
WHERE r.settled_at IS NULL
GROUP BY r.region, d.feed, r.reason, r.column_name, 5
ORDER BY r.region, d.feed, r.reason, r.column_name, 5;
COMMENT ON VIEW docket.rejection_overview IS '待处理的退回行，按原因归并 / Rejected rows nobody has seen to, by cause';
COMMENT ON COLUMN docket.rejection_overview.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.rejection_overview.feed IS '数据源 / The feed';
COMMENT ON COLUMN docket.rejection_overview.reason IS '原因代码 / Word for the reason';
COMMENT ON COLUMN docket.rejection_overview.column_name IS '所涉的列 / The column it speaks of';
COMMENT ON COLUMN docket.rejection_overview.cause IS '原因，数字与原值略去 / The reason in words, without numbers and values';
COMMENT ON COLUMN docket.rejection_overview.rows IS '行数 / Rows';
COMMENT ON COLUMN docket.rejection_overview.deliveries IS '涉及的交付数 / Deliveries they came in';
COMMENT ON COLUMN docket.rejection_overview.first_seen IS '最早收到 / When the first was received';
COMMENT ON COLUMN docket.rejection_overview.last_seen IS '最近收到 / When the last was received';

CREATE OR REPLACE VIEW docket.feed_overview AS
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
    coalesce(d.holding, 0) AS holding,
    coalesce(o.rows, 0) AS rejected_open
FROM docket.feed f
LEFT JOIN (
    SELECT x.region, x.feed, count(*) AS deliveries, count(x.unreadable) AS unreadable,
        sum(x.rejected)::bigint AS rejected, count(*) FILTER (WHERE x.holds_back) AS holding
    FROM docket.delivery x
    GROUP BY x.region, x.feed) d ON d.region = f.region AND d.feed = f.name
LEFT JOIN (
    SELECT y.region, y.feed, count(*) AS rows
    FROM docket.rejection r JOIN docket.delivery y ON y.region = r.region AND y.number = r.delivery
    WHERE r.settled_at IS NULL
    GROUP BY y.region, y.feed) o ON o.region = f.region AND o.feed = f.name
ORDER BY f.region, f.name;
COMMENT ON COLUMN docket.feed_overview.rejected_open IS '待处理的退回行数 / Rejected rows nobody has seen to';
