extension CatalogueRule {
    static let kinds = [
        CatalogueRule(
            "every table says of what kind it is",
            offenders: "SELECT name FROM t WHERE kind IS NULL ORDER BY name",
            breach: """
                CREATE TABLE docket.odd (n bigint);
                COMMENT ON TABLE docket.odd IS 'region 地区 / region'
                """,
            named: ["odd"]
        ),
        CatalogueRule(
            "a region table has an integer region that is never null",
            offenders: """
                SELECT name FROM t
                WHERE kind = 'region' AND NOT EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = t.region
                        AND a.atttypid = 'integer'::regtype AND a.attnotnull)
                ORDER BY name
                """,
            breach: """
                CREATE TABLE docket.wide (region bigint NOT NULL); COMMENT ON TABLE docket.wide IS '[region] x';
                CREATE TABLE docket.null (region integer); COMMENT ON TABLE docket.null IS '[region] x';
                CREATE TABLE docket.none (n integer); COMMENT ON TABLE docket.none IS '[region] x'
                """,
            named: ["none", "null", "wide"]
        ),
        CatalogueRule(
            "a migration number stays on the coordinator, and nothing else does",
            offenders: "SELECT name FROM t WHERE (kind = 'coordinator') <> (name = 'migration') ORDER BY name",
            breach: "CREATE TABLE docket.lone (n integer); COMMENT ON TABLE docket.lone IS '[coordinator] x'",
            named: ["lone"]
        ),
    ]

    static let keys = [
        CatalogueRule(
            "region comes first in the primary key",
            offenders: """
                SELECT name FROM t LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
                WHERE kind = 'region' AND i.indkey[0] IS DISTINCT FROM t.region ORDER BY name
                """,
            breach: """
                CREATE TABLE docket.second (region integer, n bigint, PRIMARY KEY (n, region));
                COMMENT ON TABLE docket.second IS '[region] x';
                CREATE TABLE docket.keyless (region integer); COMMENT ON TABLE docket.keyless IS '[region] x'
                """,
            named: ["keyless", "second"]
        ),
        CatalogueRule(
            "every unique constraint and index contains region",
            offenders: """
                SELECT c.relname::text FROM t JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
                JOIN pg_class c ON c.oid = i.indexrelid
                WHERE kind = 'region'
                    AND NOT t.region = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
                ORDER BY 1
                """,
            breach: """
                CREATE UNIQUE INDEX odd_index ON docket.feed (name) INCLUDE (region);
                ALTER TABLE docket.feed ADD CONSTRAINT odd_constraint UNIQUE (kind)
                """,
            named: ["odd_constraint", "odd_index"]
        ),
        CatalogueRule(
            "every exclusion contains region with equality",
            offenders: """
                SELECT x.conname::text FROM t JOIN pg_constraint x ON x.conrelid = t.oid AND x.contype = 'x'
                WHERE kind = 'region' AND NOT EXISTS (
                    SELECT FROM unnest(x.conkey, x.conexclop) k (field, operator)
                    JOIN pg_operator o ON o.oid = k.operator
                    WHERE k.field = t.region AND o.oprname = '=')
                ORDER BY 1
                """,
            breach: """
                ALTER TABLE docket.feed ADD CONSTRAINT odd EXCLUDE (name WITH =);
                ALTER TABLE docket.feed ADD CONSTRAINT even EXCLUDE (region WITH =, name WITH =)
                """,
            named: ["odd"]
        ),
    ]

    static let references = [
        CatalogueRule(
            "a foreign key between region tables pairs region with region",
            offenders: """
                SELECT x.conname::text FROM pg_constraint x
                JOIN t ON t.oid = x.conrelid AND t.kind = 'region' JOIN t o ON o.oid = x.confrelid AND o.kind = 'region'
                WHERE x.contype = 'f' AND NOT EXISTS (
                    SELECT FROM unnest(x.conkey, x.confkey) k (own, other)
                    WHERE k.own = t.region AND k.other = o.region)
                ORDER BY 1
                """,
            breach: """
                CREATE TABLE docket.child (region integer, other integer, number bigint,
                    CONSTRAINT crossed FOREIGN KEY (other, number) REFERENCES docket.delivery (region, number));
                COMMENT ON TABLE docket.child IS '[region] x'
                """,
            named: ["crossed"]
        ),
        CatalogueRule(
            "no foreign key leads to or from the coordinator, or from a reference table to a region table",
            offenders: """
                SELECT x.conname::text FROM pg_constraint x
                JOIN t ON t.oid = x.conrelid JOIN t o ON o.oid = x.confrelid
                WHERE x.contype = 'f' AND (t.kind, o.kind) NOT IN (
                    ('region', 'region'), ('region', 'reference'), ('reference', 'reference'))
                ORDER BY 1
                """,
            breach: """
                ALTER TABLE docket.feed ADD schema_number integer,
                    ADD CONSTRAINT odd FOREIGN KEY (schema_number) REFERENCES docket.migration (number)
                """,
            named: ["odd"]
        ),
        CatalogueRule(
            "keys never change, and nothing forgets its region",
            offenders: """
                SELECT x.conname::text FROM pg_constraint x JOIN t ON t.oid = x.conrelid
                WHERE x.contype = 'f' AND (x.confdeltype IN ('n', 'd') OR x.confupdtype IN ('c', 'n', 'd')) ORDER BY 1
                """,
            breach: """
                ALTER TABLE docket.link
                    ADD CONSTRAINT cascades FOREIGN KEY (region, stop) REFERENCES docket.stop ON UPDATE CASCADE,
                    ADD CONSTRAINT forgets FOREIGN KEY (region, stop) REFERENCES docket.stop ON DELETE SET NULL
                """,
            named: ["cascades", "forgets"]
        ),
        CatalogueRule(
            "no constraint waits for the end of the transaction",
            offenders: """
                SELECT x.conname::text FROM pg_constraint x JOIN t ON t.oid = x.conrelid WHERE x.condeferrable ORDER BY 1
                """,
            breach: "ALTER TABLE docket.feed ADD CONSTRAINT late UNIQUE (region, name, kind) DEFERRABLE",
            named: ["late"]
        ),
    ]
}
