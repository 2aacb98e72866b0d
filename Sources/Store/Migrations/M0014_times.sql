-- Tests are looked for by their time, and told apart by device, person and plate among those of the time: a region has few
-- in an hour. Each of the three indexes this one stands for cost every test more than storing it did, those by token most,
-- for tokens come in no order.
DROP INDEX docket.breath_test_region_device_tested_at_idx;
DROP INDEX docket.breath_test_region_person_id_token_tested_at_idx;
DROP INDEX docket.breath_test_region_plate_token_tested_at_idx;
CREATE INDEX ON docket.breath_test (region, tested_at, device);
