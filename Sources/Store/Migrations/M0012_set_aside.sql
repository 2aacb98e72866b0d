-- Every poll asks what of its feed was set aside, and what came last.
CREATE INDEX ON docket.delivery (region, feed) WHERE unreadable IS NOT NULL;
CREATE INDEX ON docket.delivery (region, feed, (coalesce(exported_at, received_at)));
