-- How many keys of a file stood for rows that say different things: where the key is too short, different tests or cases
-- become versions of one record, and nobody would notice.

ALTER TABLE docket.delivery ADD COLUMN disputed_keys bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN docket.delivery.disputed_keys IS '在本文件内有多行而内容不同的键数；升级前的交付为 0 / Keys that stand in this file more than once, saying different things; 0 of deliveries before the upgrade';
