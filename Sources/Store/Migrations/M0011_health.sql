-- Whether a feed brings what its settings expect of it: rhythm, volume, columns, rejected rows.

ALTER TABLE docket.feed ADD COLUMN health text;
COMMENT ON COLUMN docket.feed.health IS '数据源不合约定之处，每行一条；空为正常 / In what the feed does not bring what is expected, one line each; empty where it does';

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
        sum(x.rejected)::bigint AS rejected, count(*) FILTER (WHERE x.holds_back) AS holding
    FROM docket.delivery x
    GROUP BY x.region, x.feed) d ON d.region = f.region AND d.feed = f.name
LEFT JOIN (
    SELECT y.region, y.feed, count(*) AS rows
    FROM docket.rejection r JOIN docket.delivery y ON y.region = r.region AND y.number = r.delivery
    WHERE r.settled_at IS NULL
    GROUP BY y.region, y.feed) o ON o.region = f.region AND o.feed = f.name
ORDER BY f.region, f.name;
COMMENT ON COLUMN docket.feed_overview.health IS '数据源不合约定之处，每行一条；空为正常 / In what the feed does not bring what is expected, one line each; empty where it does';
