-- Who may do what in Docket's schema. Run by a superuser (not by docket), in the database Docket uses, before the first
-- "docket migrate" and again after every later one (new tables are closed to readers until then):
--
--     psql -d docket -v ON_ERROR_STOP=1 --single-transaction -f Deploy/roles.sql
--
-- docket_owner    owns the schema and writes it; the daemon and "docket migrate"
-- docket_reader   auditors: every table and view but those with clear personal data and raw rows
-- docket_officer  a reader who may later call functions that show personal data and record that they did; it has no
--                 grant on the tables themselves
-- docket_check    what the SQL of checks may do: read records, what is worked out of them, and the law; nothing else. The
--                 daemon takes it on for the length of each check
-- docket          the daemon's login, for peer authentication of the account of the same name
--
-- Repeating it changes nothing. It ends with a check of itself and fails rather than leave a table open.

SET LOCAL client_min_messages = warning;

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['docket_owner', 'docket_reader', 'docket_officer', 'docket_check'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = role_name) THEN
            EXECUTE pg_catalog.format(
                'CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role_name);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'docket') THEN
        CREATE ROLE docket LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
END
$$;

GRANT docket_reader TO docket_officer;
GRANT docket_owner TO docket;
GRANT docket_check TO docket_owner;
-- What the daemon makes belongs to docket_owner, whoever logs in for it.
ALTER ROLE docket SET role = 'docket_owner';

DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO docket_reader', pg_catalog.current_database());
    EXECUTE pg_catalog.format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO docket_owner',
        pg_catalog.current_database());
END
$$;

CREATE SCHEMA IF NOT EXISTS docket AUTHORIZATION docket_owner;
-- A schema made by another account is taken over with all that is in it.
DO $$
DECLARE
    relation regclass;
BEGIN
    ALTER SCHEMA docket OWNER TO docket_owner;
    FOR relation IN
        SELECT c.oid::regclass FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'docket' AND c.relkind IN ('r', 'p', 'v')
            AND c.relowner <> 'docket_owner'::regrole
    LOOP
        EXECUTE pg_catalog.format('ALTER TABLE %s OWNER TO docket_owner', relation);
    END LOOP;
END
$$;
REVOKE ALL ON SCHEMA docket FROM PUBLIC;
GRANT USAGE ON SCHEMA docket TO docket_reader;

-- Nothing is open by default, now or later: functions are the one thing PostgreSQL opens to everybody by itself.
ALTER DEFAULT PRIVILEGES FOR ROLE docket_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA docket FROM PUBLIC;

GRANT SELECT ON ALL TABLES IN SCHEMA docket TO docket_reader;

-- Checks see the kinds of record, what is worked out of them, and the law: no alerts, no letters, no raw rows.
GRANT USAGE ON SCHEMA docket TO docket_check;
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN
        SELECT c.oid::regclass FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'docket' AND c.relkind IN ('r', 'p', 'v') AND c.relname IN (
            'breath_test', 'breath_tester', 'case_file', 'camera', 'recording', 'robot', 'robot_violation', 'notice',
            'internal_test', 'blood_sample', 'duty', 'complaint', 'exhibit', 'device_counter', 'test_tally', 'supply',
            'exam_session', 'exam_recording', 'camera_inspection', 'accident',
            'stop', 'stop_test', 'link', 'number_run', 'presence', 'snapshot', 'feed', 'rejection', 'vanished_record',
            'threshold', 'unit')
    LOOP
        EXECUTE pg_catalog.format('GRANT SELECT ON TABLE %s TO docket_check', relation);
    END LOOP;
END
$$;

-- Raw rows, and clear personal data should a schema hold them in a table of their own ("personal"), with their
-- partitions: taken back from every role but the owner.
CREATE OR REPLACE FUNCTION pg_temp.closed_tables() RETURNS SETOF regclass LANGUAGE sql STABLE AS $$
    WITH RECURSIVE closed (relation) AS (
        SELECT c.oid
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'docket' AND c.relname IN ('personal', 'rejection_raw') AND c.relkind IN ('r', 'p')
        UNION
        SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN closed ON closed.relation = i.inhparent
    )
    SELECT relation::regclass FROM closed
$$;

DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT * FROM pg_temp.closed_tables() LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON TABLE %s FROM PUBLIC, docket_reader, docket_officer', relation);
    END LOOP;
    FOR relation IN SELECT * FROM pg_temp.closed_tables() LOOP
        IF pg_catalog.has_any_column_privilege('docket_reader', relation, 'SELECT')
            OR pg_catalog.has_any_column_privilege('docket_officer', relation, 'SELECT') THEN
            RAISE EXCEPTION '% is still readable', relation
                USING HINT = 'Look for a grant by another role: \dp ' || relation::text;
        END IF;
    END LOOP;
END
$$;

DROP FUNCTION pg_temp.closed_tables();
