-- For people with psql. Personal data is masked in all of them.

CREATE VIEW docket.alert_overview AS
SELECT a.region,
    a.region || '-' || a.year || '-' || lpad(a.number::text, 5, '0') AS alert,
    a.check_id,
    c.title_zh,
    c.title_en,
    a.severity,
    CASE WHEN a.open THEN 'open' ELSE 'closed' END AS state,
    a.unit,
    u.name_zh AS unit_zh,
    u.name_en AS unit_en,
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
ORDER BY a.region, a.unit, a.due, a.year, a.number;
COMMENT ON VIEW docket.alert_overview IS '预警总览(按单位代码排列,不排名;时间为北京时间) / All alerts by unit code, never ranked; times in Asia/Shanghai';
COMMENT ON COLUMN docket.alert_overview.alert IS '预警编号 / Stable number of the alert';
COMMENT ON COLUMN docket.alert_overview.subject IS '对象:查处首次检测或短信编号 / First test of the stop, or message number';
COMMENT ON COLUMN docket.alert_overview.since IS '时限起算时间 / When the clock began';
COMMENT ON COLUMN docket.alert_overview.due IS '法定期限 / When it should have been done';
COMMENT ON COLUMN docket.alert_overview.closed_because IS '关闭理由 / Why it was closed';
COMMENT ON COLUMN docket.alert_overview.retrospective IS '清理历史数据时发现 / Found by going through old data';
COMMENT ON COLUMN docket.alert_overview.evidence IS '证据 / Evidence: file hash, line, byte range, candidates tried and refused';

CREATE VIEW docket.alert_history AS
SELECT e.region,
    e.region || '-' || e.year || '-' || lpad(e.number::text, 5, '0') AS alert,
    a.check_id,
    a.subject,
    e.sequence,
    e.at AT TIME ZONE 'Asia/Shanghai' AS at,
    e.event,
    e.severity,
    e.due AT TIME ZONE 'Asia/Shanghai' AS due,
    e.remark,
    e.rule_version,
    e.evidence
FROM docket.alert_event e
JOIN docket.alert a ON a.region = e.region AND a.year = e.year AND a.number = e.number
ORDER BY e.region, e.year, e.number, e.sequence;
COMMENT ON VIEW docket.alert_history IS '预警经过:每一步及当时的证据 / Every step of every alert, with the evidence of the time';
COMMENT ON COLUMN docket.alert_history.event IS 'opened 开立, updated 更新, closed 关闭, reopened 重开';

CREATE VIEW docket.delivery_overview AS
SELECT d.region,
    d.number AS delivery,
    d.feed,
    d.kind,
    d.file_name,
    encode(d.sha256, 'hex') AS sha256,
    d.bytes,
    d.exported_at AT TIME ZONE 'Asia/Shanghai' AS exported_at,
    d.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    d.read,
    d.stored,
    d.revised,
    d.unchanged,
    d.rejected,
    d.unreadable,
    f.complete_until AT TIME ZONE 'Asia/Shanghai' AS feed_complete_until,
    f.trouble AS feed_trouble
FROM docket.delivery d
JOIN docket.feed f ON f.region = d.region AND f.name = d.feed
ORDER BY d.region, d.number;
COMMENT ON VIEW docket.delivery_overview IS '交付总览:读入=新增+修订+未变+退回 / Deliveries: read = stored + revised + unchanged + rejected';
COMMENT ON COLUMN docket.delivery_overview.sha256 IS '文件哈希,原件按此存档 / Hash of the file; the original is archived under it';
COMMENT ON COLUMN docket.delivery_overview.unreadable IS '整个文件无法读取的原因 / Why nothing of the file could be read';

CREATE VIEW docket.record_history AS
SELECT r.region, r.kind, r.key, r.revision, r.latest,
    d.feed, d.file_name, encode(d.sha256, 'hex') AS sha256, r.line, r.byte_from, r.byte_length,
    d.exported_at AT TIME ZONE 'Asia/Shanghai' AS exported_at,
    d.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    r.defects, r.content
FROM (
    SELECT r.region, 'breath_test' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.breath_test r
    UNION ALL
    SELECT r.region, 'breath_tester' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.breath_tester r
    UNION ALL
    SELECT r.region, 'case_file' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.case_file r
    UNION ALL
    SELECT r.region, 'camera' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.camera r
    UNION ALL
    SELECT r.region, 'recording' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.recording r
    UNION ALL
    SELECT r.region, 'robot' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.robot r
    UNION ALL
    SELECT r.region, 'robot_violation' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.robot_violation r
    UNION ALL
    SELECT r.region, 'notice' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.notice r
    UNION ALL
    SELECT r.region, 'internal_test' AS kind, r.key, r.revision, r.latest, r.seen_at, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from',
        'byte_length', 'content_hash', 'defects'] AS content
    FROM docket.internal_test r
) r
JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery;
COMMENT ON VIEW docket.record_history IS '记录沿革:每条记录的每个版本及其来源 / Every revision of every record, and the bytes it came from';
COMMENT ON COLUMN docket.record_history.latest IS '现行版本 / The revision that counts';
COMMENT ON COLUMN docket.record_history.line IS '原件中的行号 / Line in the archived file';
COMMENT ON COLUMN docket.record_history.byte_from IS '原件中的起始字节 / First byte in the archived file';
COMMENT ON COLUMN docket.record_history.defects IS '保留但未通过校验的字段 / Fields kept though they fail their check';
COMMENT ON COLUMN docket.record_history.content IS '记录内容,个人信息已遮蔽 / The record, personal data masked';
