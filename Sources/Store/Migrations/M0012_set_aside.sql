-- Why nothing could be read of a delivery, as a word: what broke its reader has an alert of its own.

ALTER TABLE docket.delivery ADD COLUMN unreadable_cause text
    CHECK (unreadable_cause IS NULL OR unreadable IS NOT NULL);
COMMENT ON COLUMN docket.delivery.unreadable_cause IS '整个文件无法读取的原因代码，crash 为读取进程崩溃或超限；早期交付为空 / Why nothing of the file could be read, as a word: crash where it broke the process that reads it, or its limits; empty for early deliveries';

-- Every poll asks what of its feed was set aside.
CREATE INDEX ON docket.delivery (region, feed) WHERE unreadable_cause = 'crash';
-- And what came last, and whether its exports kept their rhythm.
CREATE INDEX ON docket.delivery (region, feed, (coalesce(exported_at, received_at)));
CREATE INDEX ON docket.delivery (region, feed, exported_at) INCLUDE (holds_back);

COMMENT ON COLUMN docket.snapshot.delivery IS '显示该时点的交付；同样的字节在另一时点为另一交付 / The delivery that showed it; the same bytes of another moment are another delivery';
