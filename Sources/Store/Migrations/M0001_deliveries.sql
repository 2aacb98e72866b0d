-- Feeds, what they delivered, and what could not be read.
-- A table's comment begins with its kind: [region] tables are keyed by region and may be spread over a cluster,
-- [reference] tables are small and copied everywhere, [coordinator] tables are never written by a pass.

CREATE TABLE docket.counter (
    region integer NOT NULL,
    name text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (region, name)
);
COMMENT ON TABLE docket.counter IS '[region] 计数器：各地区内连续编号 / Counters: gapless numbers within a region';

CREATE TABLE docket.feed (
    region integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    serves text[] NOT NULL,
    complete_until timestamptz,
    held_back_at timestamptz,
    last_delivery_at timestamptz,
    trouble text,
    PRIMARY KEY (region, name)
);
COMMENT ON TABLE docket.feed IS '[region] 数据源及其完整时点 / Feeds, and until when each is known complete';
COMMENT ON COLUMN docket.feed.complete_until IS '此时点之前应有的记录都已收到 / Everything exported before this is here';
COMMENT ON COLUMN docket.feed.held_back_at IS '首个含退回行的增量交付 / First increment with rejected rows; completeness stops here';
COMMENT ON COLUMN docket.feed.trouble IS '最近一次取数失败的原因 / Why the last poll failed, if it did';

CREATE TABLE docket.delivery (
    region integer NOT NULL,
    number bigint NOT NULL,
    feed text NOT NULL,
    kind text NOT NULL,
    sha256 bytea NOT NULL,
    file_name text NOT NULL,
    bytes bigint NOT NULL,
    exported_at timestamptz,
    received_at timestamptz NOT NULL,
    unreadable text,
    read bigint NOT NULL,
    stored bigint NOT NULL,
    revised bigint NOT NULL,
    unchanged bigint NOT NULL,
    rejected bigint NOT NULL,
    PRIMARY KEY (region, number),
    UNIQUE (region, feed, sha256, exported_at),
    FOREIGN KEY (region, feed) REFERENCES docket.feed (region, name),
    CHECK (read = stored + revised + unchanged + rejected)
);
COMMENT ON TABLE docket.delivery IS '[region] 交付：数据源交来的一个文件 / One file a feed handed over, known by the hash of its bytes';
COMMENT ON COLUMN docket.delivery.unreadable IS '整个文件无法读取的原因 / Why nothing of the file could be read';

CREATE TABLE docket.source_file (
    region integer NOT NULL,
    feed text NOT NULL,
    file_name text NOT NULL,
    device bigint NOT NULL,
    inode bigint NOT NULL,
    bytes bigint NOT NULL,
    modified bigint NOT NULL,
    changed bigint NOT NULL,
    delivery bigint NOT NULL,
    PRIMARY KEY (region, feed, file_name),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number)
);
COMMENT ON TABLE docket.source_file IS '[region] 取数游标：已处理的文件 / The cursor: files already taken, so that they are not hashed again';

CREATE TABLE docket.rejection (
    region integer NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    byte_from bigint NOT NULL,
    byte_length bigint NOT NULL,
    reason text NOT NULL,
    column_name text,
    explanation text NOT NULL,
    PRIMARY KEY (region, delivery, byte_from),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number)
);
COMMENT ON TABLE docket.rejection IS '[region] 退回行：不能成为记录的行及原因 / Rows that could not become records, and why';

CREATE TABLE docket.rejection_raw (
    region integer NOT NULL,
    delivery bigint NOT NULL,
    byte_from bigint NOT NULL,
    raw bytea NOT NULL,
    PRIMARY KEY (region, delivery, byte_from)
);
COMMENT ON TABLE docket.rejection_raw IS '[region] 退回行原文（含个人信息，不授权查询） / Raw bytes of rejected rows: holds personal data, not granted to readers';

CREATE TABLE docket.touched (
    region integer NOT NULL,
    delivery bigint NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (region, delivery),
    FOREIGN KEY (region, delivery) REFERENCES docket.delivery (region, number)
);
COMMENT ON TABLE docket.touched IS '[region] 待复核的交付 / Deliveries whose records have not been reviewed yet';
