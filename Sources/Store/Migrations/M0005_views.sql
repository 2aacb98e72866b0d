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
COMMENT ON VIEW docket.alert_overview IS '预警总览（按单位代码排列，不排名；时间为北京时间） / All alerts by unit code, never ranked; times in Asia/Shanghai';
COMMENT ON COLUMN docket.alert_overview.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.alert_overview.alert IS '预警编号 / Stable number of the alert';
COMMENT ON COLUMN docket.alert_overview.check_id IS '核查代码 / The check that raised it';
COMMENT ON COLUMN docket.alert_overview.title_zh IS '核查名称（中文） / Title of the check in Chinese';
COMMENT ON COLUMN docket.alert_overview.title_en IS '核查名称（英文） / Title of the check in English';
COMMENT ON COLUMN docket.alert_overview.severity IS '程度：critical 重大，high 高，medium 中，low 低 / How grave it is';
COMMENT ON COLUMN docket.alert_overview.state IS '状态：open 未结，closed 已结 / Whether it is open';
COMMENT ON COLUMN docket.alert_overview.unit IS '单位代码 / Code of the unit';
COMMENT ON COLUMN docket.alert_overview.unit_zh IS '单位名称（中文） / Name of the unit in Chinese';
COMMENT ON COLUMN docket.alert_overview.unit_en IS '单位名称（英文） / Name of the unit in English';
COMMENT ON COLUMN docket.alert_overview.subject IS '对象：查处首次检测或短信编号 / First test of the stop, or message number';
COMMENT ON COLUMN docket.alert_overview.since IS '时限起算时间 / When the clock began';
COMMENT ON COLUMN docket.alert_overview.due IS '法定期限 / When it should have been done';
COMMENT ON COLUMN docket.alert_overview.opened_at IS '开立时间 / When it was opened';
COMMENT ON COLUMN docket.alert_overview.closed_at IS '关闭时间 / When it was closed';
COMMENT ON COLUMN docket.alert_overview.closed_because IS '关闭理由 / Why it was closed';
COMMENT ON COLUMN docket.alert_overview.retrospective IS '清理历史数据时发现 / Found by going through old data';
COMMENT ON COLUMN docket.alert_overview.legal_basis IS '法律依据 / The law it rests on';
COMMENT ON COLUMN docket.alert_overview.rule_version IS '所依核查规则的版本 / Version of the check it was judged by';
COMMENT ON COLUMN docket.alert_overview.evidence IS '证据：文件哈希、行号、字节范围、试过的候选 / Evidence: file hash, line, byte range, candidates tried';

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
COMMENT ON VIEW docket.alert_history IS '预警经过：每一步及当时的证据 / Every step of every alert, with the evidence of the time';
COMMENT ON COLUMN docket.alert_history.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.alert_history.alert IS '预警编号 / Stable number of the alert';
COMMENT ON COLUMN docket.alert_history.check_id IS '核查代码 / The check that raised it';
COMMENT ON COLUMN docket.alert_history.subject IS '对象：查处首次检测或短信编号 / First test of the stop, or message number';
COMMENT ON COLUMN docket.alert_history.sequence IS '第几步 / Which step of the alert it is';
COMMENT ON COLUMN docket.alert_history.at IS '该步的时间 / When the step was taken';
COMMENT ON COLUMN docket.alert_history.event IS 'opened 开立, updated 更新, closed 关闭, reopened 重开';
COMMENT ON COLUMN docket.alert_history.severity IS '当时的程度 / How grave it was then';
COMMENT ON COLUMN docket.alert_history.due IS '当时的法定期限 / The deadline as it was then';
COMMENT ON COLUMN docket.alert_history.remark IS '说明或关闭理由 / Remark, or why it was closed';
COMMENT ON COLUMN docket.alert_history.rule_version IS '当时所依规则的版本 / Version of the check then in force';
COMMENT ON COLUMN docket.alert_history.evidence IS '当时的证据 / The evidence of the time';

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
COMMENT ON VIEW docket.delivery_overview IS '交付总览：读入=新增+修订+未变+退回 / Deliveries: read = stored + revised + unchanged + rejected';
COMMENT ON COLUMN docket.delivery_overview.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.delivery_overview.delivery IS '交付编号 / Number of the delivery';
COMMENT ON COLUMN docket.delivery_overview.feed IS '数据源 / The feed';
COMMENT ON COLUMN docket.delivery_overview.kind IS '记录种类 / Kind of record';
COMMENT ON COLUMN docket.delivery_overview.file_name IS '文件名 / Name of the file';
COMMENT ON COLUMN docket.delivery_overview.sha256 IS '文件哈希，原件按此存档 / Hash of the file; the original is archived under it';
COMMENT ON COLUMN docket.delivery_overview.bytes IS '文件字节数 / Size of the file in bytes';
COMMENT ON COLUMN docket.delivery_overview.exported_at IS '导出时间 / When the source exported it';
COMMENT ON COLUMN docket.delivery_overview.received_at IS '收到时间 / When it was taken';
COMMENT ON COLUMN docket.delivery_overview.read IS '读入行数 / Rows read';
COMMENT ON COLUMN docket.delivery_overview.stored IS '新增 / Rows that became new records';
COMMENT ON COLUMN docket.delivery_overview.revised IS '修订 / Rows that became new revisions';
COMMENT ON COLUMN docket.delivery_overview.unchanged IS '未变 / Rows that said nothing new';
COMMENT ON COLUMN docket.delivery_overview.rejected IS '退回 / Rows that could not become records';
COMMENT ON COLUMN docket.delivery_overview.unreadable IS '整个文件无法读取的原因 / Why nothing of the file could be read';
COMMENT ON COLUMN docket.delivery_overview.feed_complete_until IS '该数据源完整至此时 / Until when the feed is known complete';
COMMENT ON COLUMN docket.delivery_overview.feed_trouble IS '该数据源最近一次取数失败的原因 / Why the last poll of the feed failed, if it did';

CREATE VIEW docket.record_history AS
SELECT r.region, r.kind, r.key, r.revision, r.latest,
    d.feed, d.file_name, encode(d.sha256, 'hex') AS sha256, r.line, r.byte_from, r.byte_length,
    d.exported_at AT TIME ZONE 'Asia/Shanghai' AS exported_at,
    d.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    r.defects,
    -- What has a column of its own is not told twice, and tokens tell people nothing.
    r.content - ARRAY['region', 'key', 'revision', 'latest', 'seen_at', 'delivery', 'line', 'byte_from', 'byte_length',
        'content_hash', 'defects', 'person_name_token', 'person_id_token', 'plate_token', 'phone_token'] AS content
FROM (
    SELECT r.region, 'breath_test' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.breath_test r
    UNION ALL
    SELECT r.region, 'breath_tester' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.breath_tester r
    UNION ALL
    SELECT r.region, 'case_file' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.case_file r
    UNION ALL
    SELECT r.region, 'camera' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.camera r
    UNION ALL
    SELECT r.region, 'recording' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.recording r
    UNION ALL
    SELECT r.region, 'robot' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.robot r
    UNION ALL
    SELECT r.region, 'robot_violation' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.robot_violation r
    UNION ALL
    SELECT r.region, 'notice' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.notice r
    UNION ALL
    SELECT r.region, 'internal_test' AS kind, r.key, r.revision, r.latest, r.delivery, r.line, r.byte_from, r.byte_length,
        r.defects, to_jsonb(r) AS content
    FROM docket.internal_test r
) r
JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery;
COMMENT ON VIEW docket.record_history IS '记录沿革：每条记录的每个版本及其来源 / Every revision of every record, and the bytes it came from';
COMMENT ON COLUMN docket.record_history.region IS '地区代码 / Code of the region';
COMMENT ON COLUMN docket.record_history.kind IS '记录种类 / Kind of record';
COMMENT ON COLUMN docket.record_history.key IS '自然键 / Natural key of the record';
COMMENT ON COLUMN docket.record_history.revision IS '第几版 / Which revision it is';
COMMENT ON COLUMN docket.record_history.latest IS '现行版本 / The revision that counts';
COMMENT ON COLUMN docket.record_history.feed IS '数据源 / The feed';
COMMENT ON COLUMN docket.record_history.file_name IS '文件名 / Name of the file';
COMMENT ON COLUMN docket.record_history.sha256 IS '文件哈希，原件按此存档 / Hash of the file; the original is archived under it';
COMMENT ON COLUMN docket.record_history.line IS '原件中的行号 / Line in the archived file';
COMMENT ON COLUMN docket.record_history.byte_from IS '原件中的起始字节 / First byte in the archived file';
COMMENT ON COLUMN docket.record_history.byte_length IS '原件中的字节数 / Number of bytes in the archived file';
COMMENT ON COLUMN docket.record_history.exported_at IS '导出时间 / When the source exported it';
COMMENT ON COLUMN docket.record_history.received_at IS '收到时间 / When it was taken';
COMMENT ON COLUMN docket.record_history.defects IS '保留但未通过校验的字段 / Fields kept though they fail their check';
COMMENT ON COLUMN docket.record_history.content IS '记录内容，个人信息已遮蔽，时间自带时差 / The record, personal data masked, times with their offset';
