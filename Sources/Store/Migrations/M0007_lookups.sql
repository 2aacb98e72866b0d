-- What a delivery brought is found by a plain index: a block-range index knows nothing of pages no VACUUM has been over,
-- so that after a first load every look for a day's rows read the whole table.
DROP INDEX docket.breath_test_delivery_idx;
DROP INDEX docket.breath_tester_delivery_idx;
DROP INDEX docket.case_file_delivery_idx;
DROP INDEX docket.camera_delivery_idx;
DROP INDEX docket.recording_delivery_idx;
DROP INDEX docket.robot_delivery_idx;
DROP INDEX docket.robot_violation_delivery_idx;
DROP INDEX docket.notice_delivery_idx;
DROP INDEX docket.internal_test_delivery_idx;

CREATE INDEX ON docket.breath_test (region, delivery);
CREATE INDEX ON docket.breath_tester (region, delivery);
CREATE INDEX ON docket.case_file (region, delivery);
CREATE INDEX ON docket.camera (region, delivery);
CREATE INDEX ON docket.recording (region, delivery);
CREATE INDEX ON docket.robot (region, delivery);
CREATE INDEX ON docket.robot_violation (region, delivery);
CREATE INDEX ON docket.notice (region, delivery);
CREATE INDEX ON docket.internal_test (region, delivery);

-- Of several plates of one group the last counts from now on: the next review works every stop out anew.
UPDATE docket.review SET fingerprint = '';
