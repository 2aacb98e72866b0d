extension CatalogueRule {
    static let behaviour = [
        CatalogueRule(
            "no table has a trigger",
            offenders: """
                SELECT g.tgname::text FROM pg_trigger g JOIN t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal ORDER BY 1
                """,
            breach: """
                CREATE TRIGGER watches BEFORE UPDATE ON docket.feed
                    FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()
                """,
            named: ["watches"]
        ),
        CatalogueRule(
            "no rule rewrites a statement",
            offenders: """
                SELECT r.rulename::text FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
                WHERE c.relnamespace = 'docket'::regnamespace AND (c.relkind <> 'v' OR r.rulename <> '_RETURN')
                ORDER BY 1
                """,
            breach: "CREATE RULE quietly AS ON DELETE TO docket.feed DO INSTEAD NOTHING",
            named: ["quietly"]
        ),
        CatalogueRule(
            "no table inherits from another",
            offenders: "SELECT name FROM t JOIN pg_inherits i ON i.inhrelid = t.oid ORDER BY name",
            breach: "CREATE TABLE docket.heir () INHERITS (docket.feed)",
            named: ["heir"]
        ),
        CatalogueRule(
            "defaults are constants",
            offenders: """
                SELECT name || '.' || a.attname FROM t
                JOIN pg_attrdef d ON d.adrelid = t.oid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum AND a.attgenerated = ''
                WHERE pg_get_expr(d.adbin, d.adrelid) ~* '[(]|current_|localtime|session_user' ORDER BY 1
                """,
            breach: """
                ALTER TABLE docket.feed ADD seen timestamptz DEFAULT now(), ADD day date DEFAULT current_date,
                    ADD id uuid DEFAULT gen_random_uuid(), ADD colour text DEFAULT 'red'
                """,
            named: ["feed.day", "feed.id", "feed.seen"]
        ),
        CatalogueRule(
            "numbers a table gives out are bigint",
            offenders: """
                SELECT c.relname::text FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
                WHERE c.relnamespace = 'docket'::regnamespace AND s.seqtypid <> 'bigint'::regtype ORDER BY 1
                """,
            breach: "CREATE SEQUENCE docket.short AS integer",
            named: ["short"]
        ),
        CatalogueRule(
            "times are kept with their zone",
            offenders: """
                SELECT name || '.' || a.attname FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
                WHERE a.atttypid IN ('timestamp'::regtype, 'time'::regtype) ORDER BY 1
                """,
            breach: "ALTER TABLE docket.feed ADD seen timestamp",
            named: ["feed.seen"]
        ),
        CatalogueRule(
            "no function in plain SQL reads a table",
            offenders: """
                SELECT p.proname::text FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
                WHERE p.pronamespace = 'docket'::regnamespace AND l.lanname = 'sql'
                    AND pg_get_functiondef(p.oid) ~* '\\mfrom\\M' ORDER BY 1
                """,
            breach: """
                CREATE FUNCTION docket.deliveries() RETURNS bigint LANGUAGE sql AS
                    'SELECT count(*) FROM docket.delivery'
                """,
            named: ["deliveries"]
        ),
        CatalogueRule(
            "a function with its owner's rights looks nowhere but where it should",
            offenders: """
                SELECT p.proname::text FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner
                WHERE p.pronamespace = 'docket'::regnamespace AND p.prosecdef
                    AND (NOT o.rolcanlogin OR NOT coalesce(array_to_string(p.proconfig, ','), '') LIKE '%search_path=%')
                ORDER BY 1
                """,
            breach: """
                CREATE FUNCTION docket.reveal() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN NULL; END'
                """,
            named: ["reveal"]
        ),
        CatalogueRule(
            "a row policy compares region with a constant",
            offenders: """
                SELECT policyname::text FROM pg_policies
                WHERE schemaname = 'docket'
                    AND concat_ws(' ', qual, with_check) ~* 'select|current_setting|current_user|[(][^()]*[(]'
                ORDER BY 1
                """,
            breach: """
                CREATE POLICY setting ON docket.feed USING (region = current_setting('docket.region')::integer);
                CREATE POLICY lookup ON docket.feed USING (region IN (SELECT region FROM docket.review));
                CREATE POLICY plain ON docket.feed USING (region = 430100)
                """,
            named: ["lookup", "setting"]
        ),
    ]

    static let words = [
        CatalogueRule(
            "every table and view is explained in Chinese and English",
            offenders: """
                SELECT c.relname::text FROM pg_class c
                WHERE c.relnamespace = 'docket'::regnamespace AND c.relkind IN ('r', 'p', 'v')
                    AND coalesce(obj_description(c.oid, 'pg_class'), '')
                        !~ '^(\\[[a-z]+\\] )?[^/]*[一-龥][^/]*/ .*[a-z]{3}'
                ORDER BY 1
                """,
            breach: "CREATE VIEW docket.bare AS SELECT 1 AS n",
            named: ["bare"]
        ),
        CatalogueRule(
            "every column of a view is explained in Chinese and English",
            offenders: """
                SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'docket'::regnamespace AND c.relkind = 'v' AND a.attnum > 0
                    AND (coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]'
                        OR col_description(c.oid, a.attnum) !~ '[A-Za-z]{3}')
                ORDER BY 1
                """,
            breach: """
                CREATE VIEW docket.half AS SELECT 1 AS one, 2 AS two, 3 AS three;
                COMMENT ON COLUMN docket.half.one IS '一 / one'; COMMENT ON COLUMN docket.half.two IS 'two'
                """,
            named: ["half.three", "half.two"]
        ),
    ]
}
