-- Why nothing could be read of a delivery, as a word: what broke its reader has an alert of its own.

ALTER TABLE docket.delivery ADD COLUMN unreadable_cause text
    CHECK (unreadable_cause IS NULL OR unreadable IS NOT NULL);
COMMENT ON COLUMN docket.delivery.unreadable_cause IS '整个文件无法读取的原因代码，crash 为读取进程崩溃或超限；早期交付为空 / Why nothing of the file could be read, as a word: crash where it broke the process that reads it, or its limits; empty for early deliveries';

-- Every poll asks what of its feed was set aside.
CREATE INDEX ON docket.delivery (region, feed) WHERE unreadable_cause = 'crash';
-- And what came last.
CREATE INDEX ON docket.delivery (region, feed, (coalesce(exported_at, received_at)));
