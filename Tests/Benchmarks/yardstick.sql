-- The yardstick: the plainest way to load the same file. psql copies it into a staging table of text, one INSERT casts
-- it into a table with the columns and indexes of docket.breath_test. It keeps no provenance, checks no identifiers,
-- hashes nothing, refuses the whole file for one bad row, and leaves personal data in the clear.
-- Needs the variable file: psql -v file=breath.csv
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMPORARY TABLE plain (device text, record_no text, tested_at text, uploaded_at text, alcohol text, mode text,
    entry text, valid text, signed text, vehicle text, unit text, officer text, place text, person_name text,
    person_id text, plate text, remark text) ON COMMIT DROP;
SET LOCAL timezone = 'Asia/Shanghai';
\set copy '\\copy plain from ' :'file' ' with (format csv, header, encoding ''GB18030'')'
:copy
INSERT INTO yardstick (region, key, revision, latest, seen_at, delivery, line, byte_from, byte_length, content_hash,
    alcohol_raw, device, record_no, tested_at, uploaded_at, alcohol, mode, entry, valid, signed, vehicle, unit, officer,
    place, person_name_masked, person_name_token, person_id_masked, person_id_token, plate_masked, plate_token)
SELECT 430800, device || '|' || record_no, 1, true, now(), 1, 0, 0, 0, '',
    alcohol, device, record_no::bigint, tested_at::timestamptz, uploaded_at::timestamptz, (alcohol::numeric * 100)::integer,
    mode, entry, valid = '是', signed = '已签', vehicle, unit, officer, place,
    person_name, convert_to(person_name, 'UTF8'), person_id, convert_to(person_id, 'UTF8'), plate,
    convert_to(plate, 'UTF8')
FROM plain
ON CONFLICT DO NOTHING;
COMMIT;
