-- How many keys are disputed, how much is to be reviewed, and which unreadable files were exported anew.

-- How many keys of a file stood for rows that say different things: where the key is too short, different tests or cases
-- become versions of one record, and nobody would notice.

ALTER TABLE docket.delivery ADD COLUMN disputed_keys bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN docket.delivery.disputed_keys IS '在本文件内有多行而内容不同的键数；升级前的交付为 0 / Keys that stand in this file more than once, saying different things; 0 of deliveries before the upgrade';
CREATE INDEX ON docket.delivery (region, feed, received_at) WHERE disputed_keys > 0;

-- A replay adds to a delivery that was reviewed long ago: what it brought is not what waits to be reviewed.
ALTER TABLE docket.touched ADD COLUMN added bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN docket.touched.added IS '其中待复核的新记录与新版本数 / How many new records and revisions of it wait to be reviewed';
UPDATE docket.touched t SET added = d.stored + d.revised
FROM docket.delivery d WHERE d.region = t.region AND d.number = t.delivery;

-- As before, but an unreadable file holds nothing back once it came anew, under its name and moment.
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
    coalesce(o.rows, 0) AS rejected_open,
    f.health
FROM docket.feed f
LEFT JOIN (
    SELECT x.region, x.feed, count(*) AS deliveries, count(x.unreadable) AS unreadable,
        sum(x.rejected)::bigint AS rejected,
        count(*) FILTER (WHERE x.holds_back AND (x.unreadable IS NULL OR NOT EXISTS (
            SELECT FROM docket.delivery o
            WHERE o.region = x.region AND o.feed = x.feed AND o.exported_at = x.exported_at
                AND o.file_name = x.file_name AND o.received_at >= x.received_at AND o.unreadable IS NULL
                AND (o.repeats IS NULL OR o.released_at IS NOT NULL)))) AS holding
    FROM docket.delivery x
    GROUP BY x.region, x.feed) d ON d.region = f.region AND d.feed = f.name
LEFT JOIN (
    SELECT y.region, y.feed, count(*) AS rows
    FROM docket.rejection r JOIN docket.delivery y ON y.region = r.region AND y.number = r.delivery
    WHERE r.settled_at IS NULL
    GROUP BY y.region, y.feed) o ON o.region = f.region AND o.feed = f.name
ORDER BY f.region, f.name;
