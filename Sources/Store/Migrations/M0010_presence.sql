-- Which records each delivery of a register showed, so that one that is in it no more is noticed. Kept as runs: in every
-- delivery from `since` on, up to the first without it. A record that stays costs nothing when the register comes again.

CREATE TABLE docket.snapshot (
    region integer NOT NULL,
    feed text NOT NULL,
    exported_at timestamptz NOT NULL,
    delivery bigint NOT NULL,
    shows_from timestamptz,
    PRIMARY KEY (region, feed, exported_at, delivery),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number)
);
CREATE INDEX ON docket.snapshot (region, delivery);
COMMENT ON TABLE docket.snapshot IS '[region] 全量数据源的各次导出时点 / The moments of which a feed delivered whole has shown the register';
COMMENT ON COLUMN docket.snapshot.exported_at IS '导出时间 / When it was exported';
COMMENT ON COLUMN docket.snapshot.delivery IS '显示该时点的交付；同样的字节可显示几个时点 / The delivery that showed it; the same bytes may show several moments';
COMMENT ON COLUMN docket.snapshot.shows_from IS '只含此后发生的记录；空为不限 / It holds what happened from then on; empty where it holds everything';

CREATE TABLE docket.presence (
    region integer NOT NULL,
    feed text NOT NULL,
    key text NOT NULL,
    since timestamptz NOT NULL,
    gone_at timestamptz,
    PRIMARY KEY (region, feed, key, since),
    FOREIGN KEY (region, feed) REFERENCES docket.feed (region, name),
    CHECK (since < gone_at)
);
CREATE INDEX presence_now ON docket.presence (region, feed, key) WHERE gone_at IS NULL;
CREATE INDEX presence_gone ON docket.presence (region, feed, gone_at) WHERE gone_at IS NOT NULL;
COMMENT ON TABLE docket.presence IS '[region] 记录在全量导出中连续出现的时段，按导出时点，与到达先后无关 / Runs of exports in a row that showed a record, by their own times, whatever order they came in';
COMMENT ON COLUMN docket.presence.since IS '该时段首次出现的导出时点 / The first export of the run';
COMMENT ON COLUMN docket.presence.gone_at IS '其后首个不含该记录的导出时点；空为最近一次仍在 / The next export, which lacks it; empty while the last one shows it';

-- Only a whole snapshot without a rejected row tells that a record is absent: a rejected row might be that record, even
-- where a person has discarded it. Two such moments in a row confirm it.
CREATE VIEW docket.vanished_record AS
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
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'internal_test') v) e
CROSS JOIN LATERAL (
    SELECT min(m.exported_at) AS missed_at, (array_agg(m.delivery ORDER BY m.exported_at))[1] AS missed_by,
        (array_agg(m.exported_at ORDER BY m.exported_at))[2] AS confirmed_at,
        (array_agg(m.delivery ORDER BY m.exported_at))[2] AS confirmed_by
    FROM (
        SELECT s.exported_at, min(s.delivery) AS delivery
        FROM docket.snapshot s
        WHERE s.region = g.region AND s.feed = g.feed AND s.exported_at >= g.gone_at
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
COMMENT ON VIEW docket.vanished_record IS '从全量导出中消失的记录：各版本均保留，一条记录每次消失一行 / Records that are in a register no more: every version is kept; one row each time a record went';
COMMENT ON COLUMN docket.vanished_record.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.vanished_record.feed IS '数据源 / The feed';
COMMENT ON COLUMN docket.vanished_record.kind IS '记录种类 / Kind of record';
COMMENT ON COLUMN docket.vanished_record.key IS '自然键 / Natural key of the record';
COMMENT ON COLUMN docket.vanished_record.state IS 'missed 一次全量未见, vanished 两次全量未见, returned 其后又出现 / One whole export lacks it; two do; it came again';
COMMENT ON COLUMN docket.vanished_record.shown_since IS '消失前连续出现的首次导出 / The first of the exports in a row that showed it before it went';
COMMENT ON COLUMN docket.vanished_record.event_at IS '事件时间；登记类没有 / When the thing happened; registers have no such time';
COMMENT ON COLUMN docket.vanished_record.missed_at IS '首次未见的导出 / The first whole export without it';
COMMENT ON COLUMN docket.vanished_record.missed_by IS '该次交付的编号 / Number of that delivery';
COMMENT ON COLUMN docket.vanished_record.confirmed_at IS '再次未见的导出 / The second one';
COMMENT ON COLUMN docket.vanished_record.confirmed_by IS '该次交付的编号 / Number of that delivery';
COMMENT ON COLUMN docket.vanished_record.returned_at IS '再次出现的导出 / The export that showed it again';
