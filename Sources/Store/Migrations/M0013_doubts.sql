-- Which whole exports prove what they lack, and which increments brought the bytes of an earlier one.

ALTER TABLE docket.snapshot ADD COLUMN counts boolean;
CREATE INDEX snapshot_open ON docket.snapshot (region, feed, exported_at) WHERE counts IS NOT TRUE;
COMMENT ON COLUMN docket.snapshot.counts IS '可否据以认定记录缺失；比前一次骤减或为空的不可，空为尚未判断 / Whether it proves what it lacks: not where it shrank or is empty against what the settings allow; empty until judged';

ALTER TABLE docket.snapshot ADD COLUMN confirmed_until timestamptz;
COMMENT ON COLUMN docket.snapshot.confirmed_until IS '来源表明此后未变，至此时；空为未表明 / Until when the source said that it was still so; empty where it did not';

ALTER TABLE docket.delivery ADD COLUMN repeats bigint;
COMMENT ON COLUMN docket.delivery.repeats IS '与此编号的较早导出字节相同：本次应有的行缺失；空为无此情形 / Number of the earlier export with the same bytes, where other rows should have come; empty where there is none';
CREATE INDEX ON docket.delivery (region, feed, exported_at) WHERE repeats IS NOT NULL AND released_at IS NULL;
COMMENT ON COLUMN docket.delivery.released_at IS '无法读取或重复的文件何时作废 / When a person said that nothing is missing of the file that is unreadable or a repetition';

-- As before, but of a register that shrank nothing is told missing; and what only grew too old for the window of its
-- export is passed over before anything else is asked about it.
CREATE OR REPLACE VIEW docket.vanished_record AS
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
        WHERE r.region = g.region AND r.key = g.key AND r.latest AND f.kind = 'internal_test') v
    HAVING w.whole OR max(v.event_at) + w.widest >= g.gone_at) e
CROSS JOIN LATERAL (
    SELECT min(m.exported_at) AS missed_at, (array_agg(m.delivery ORDER BY m.exported_at))[1] AS missed_by,
        (array_agg(m.exported_at ORDER BY m.exported_at))[2] AS confirmed_at,
        (array_agg(m.delivery ORDER BY m.exported_at))[2] AS confirmed_by
    FROM (
        SELECT s.exported_at, min(s.delivery) AS delivery
        FROM docket.snapshot s
        WHERE s.region = g.region AND s.feed = g.feed AND s.exported_at >= g.gone_at AND s.counts
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
