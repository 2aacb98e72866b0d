extension Merge {
    /// Rows of the file that are records, to be taken now or taken before.
    static let isRead = "(reason IS NULL OR reason = '\(Staging.aside)')"

    var copied: String {
        (RecordTable.provenance + table.valueColumns).joined(separator: ", ")
    }

    var copiedFromStaging: String { copied(from: "s") }

    private func copied(from source: String) -> String {
        (RecordTable.provenance + table.valueColumns).map { source + "." + $0 }.joined(separator: ", ")
    }

    /// Adds the rows of this file that went straight to the records and whose keys come again in it: what a key says is
    /// told from all of its rows.
    var stageRepeated: String {
        """
        INSERT INTO \(Staging.name) (key, \(copied))
        SELECT r.key, \(copied(from: "r")) FROM \(table.name) r
        WHERE r.region = $1 AND r.delivery = $2
            AND r.key IN (SELECT s.key FROM \(Staging.name) s WHERE s.reason IS NULL)
        """
    }

    /// Keys that stand in the file more than once, and not with the same content each time.
    var countDisputed: String {
        """
        SELECT count(*) FROM (
            SELECT s.key FROM \(Staging.name) s
            JOIN (SELECT key FROM \(Staging.name) WHERE \(Self.isRead) GROUP BY key HAVING count(*) > 1) r ON r.key = s.key
            WHERE \(Self.isRead) GROUP BY s.key HAVING count(DISTINCT s.content_hash) > 1) disputed
        """
    }

    /// Rows whose key is seen for the first time. Of two rows with one key in the file the first is taken.
    ///
    /// No `ORDER BY`: a scan of a temporary table returns rows as they were copied in, which is the order of lines, and
    /// sorting a million wide rows costs as much as a third of storing them.
    var insertFresh: String {
        """
        WITH fresh AS (
            INSERT INTO \(table.name) (region, key, revision, latest, seen_at, delivery, \(copied))
            SELECT $1, s.key, 1, true, $3, $2, \(copiedFromStaging)
            FROM \(Staging.name) s WHERE s.reason IS NULL
            ON CONFLICT (region, key, revision) DO NOTHING
            RETURNING 1)
        SELECT count(*) FROM fresh
        """
    }

    /// Rows of known keys that say something else than is known.
    ///
    /// The last row of a key in the file is what the export says, and is a revision if it differs from the revision
    /// that counts. A row before it, or any row of an older export, is one only if it says what no revision ever said: so
    /// the same records delivered again in other bytes add nothing. An export of the very moment of what is known says
    /// something new if none of that moment said so yet: of the words of one moment that counts which was heard of last,
    /// and for nothing else does the order of arrival matter. A replayed row may have been rejected behind one that counts
    /// by this very export: then it outdoes that one.
    var insertRevisions: String {
        """
        WITH known AS (
            SELECT s.part, s.byte_from, s.key, s.reason, s.content_hash, e.content_hash AS counts, e.seen_at,
                row_number() OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) - 1 AS followers,
                lag(s.content_hash) OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from) AS before,
                first_value(s.content_hash)
                    OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) AS final,
                bool_or(s.reason = '\(Staging.aside)' AND s.content_hash = e.content_hash)
                    OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS outdoes
            FROM \(Staging.name) s
            JOIN \(table.name) e ON e.region = $1 AND e.key = s.key AND e.latest
            WHERE s.reason = '\(Staging.aside)' OR (s.reason IS NULL
                AND NOT (e.delivery = $2 AND e.part = s.part AND e.byte_from = s.byte_from))),
        altered AS MATERIALIZED (SELECT * FROM known WHERE content_hash <> counts AND reason IS NULL),
        said AS MATERIALIZED (
            SELECT r.key, r.content_hash, max(r.seen_at) AS seen_at FROM \(table.name) r
            JOIN (SELECT DISTINCT key FROM altered) a ON r.region = $1 AND r.key = a.key
            GROUP BY r.key, r.content_hash),
        news AS (
            SELECT k.part, k.byte_from, k.key, k.followers FROM altered k
            LEFT JOIN said s ON s.key = k.key AND s.content_hash = k.content_hash
            WHERE CASE WHEN k.followers = 0
                    AND (k.seen_at \(isOrderedByArrival ? "<=" : "<") $3 OR (k.outdoes AND k.seen_at = $3)) THEN true
                WHEN k.followers = 0 AND k.seen_at = $3 THEN coalesce(s.seen_at < $3, true)
                ELSE (k.followers = 0 OR k.content_hash NOT IN (k.final, coalesce(k.before, k.final)))
                        AND s.key IS NULL END),
        top AS (
            SELECT r.key, max(r.revision) AS revision FROM \(table.name) r
            JOIN (SELECT DISTINCT key FROM news) n ON r.region = $1 AND r.key = n.key
            GROUP BY r.key),
        added AS (
            INSERT INTO \(table.name) (region, key, revision, latest, seen_at, delivery, \(copied))
            SELECT $1, s.key, (top.revision + row_number() OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from))::integer, false,
                $3 - n.followers * interval '1 microsecond', $2, \(copiedFromStaging)
            FROM news n JOIN \(Staging.name) s ON s.part = n.part AND s.byte_from = n.byte_from JOIN top ON top.key = s.key
            ORDER BY s.part, s.byte_from
            RETURNING 1)
        SELECT count(*) FROM added
        """
    }

    /// A record whose key is fresh is taken to stand as long as the export; where another of its key follows in the file,
    /// it did so only until then.
    ///
    /// Of a delivery under way the planner knows nothing and takes it for one row. Found by it, records would be compared
    /// each with each; the sum keeps the planner to their keys.
    var shortenFresh: String {
        """
        WITH ordered AS MATERIALIZED (
            SELECT s.part, s.byte_from, s.key, s.reason, s.content_hash,
                row_number() OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) - 1 AS followers,
                first_value(s.content_hash)
                    OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) AS final
            FROM \(Staging.name) s WHERE \(Self.isRead))
        UPDATE \(table.name) r SET seen_at = $3 - o.followers * interval '1 microsecond'
        FROM ordered o
        WHERE r.region = $1 AND r.key = o.key AND r.revision = 1 AND r.delivery + 0 = $2 AND r.part = o.part
            AND r.byte_from = o.byte_from AND o.reason IS NULL AND o.content_hash <> o.final
        """
    }

    /// Of the revisions of a key the one exported last counts, and among equals the one that arrived last: not the one
    /// with the highest number, for a replayed row arrived with its delivery.
    var electLatest: String {
        """
        WITH touched AS (
            SELECT DISTINCT key FROM \(table.name) WHERE region = $1 AND delivery = $2 AND revision > 1),
        elected AS (
            SELECT DISTINCT ON (r.key) r.key, r.revision FROM \(table.name) r
            JOIN touched t ON r.region = $1 AND r.key = t.key
            ORDER BY r.key, r.seen_at DESC, r.delivery DESC, r.part DESC, r.byte_from DESC, r.revision DESC)
        UPDATE \(table.name) r SET latest = (r.revision = e.revision)
        FROM elected e WHERE r.region = $1 AND r.key = e.key AND r.latest <> (r.revision = e.revision)
        """
    }

    /// A later export that still says the same confirms the revision that counts.
    var confirmUnchanged: String {
        """
        UPDATE \(table.name) r SET seen_at = $3
        FROM (SELECT DISTINCT ON (key) key, content_hash, reason FROM \(Staging.name)
              WHERE \(Self.isRead) ORDER BY key, part DESC, byte_from DESC) s
        WHERE s.reason IS NULL AND r.region = $1 AND r.key = s.key AND r.latest AND r.seen_at < $3 AND r.delivery <> $2
            AND r.content_hash = s.content_hash
        """
    }

    /// An older export that says what an earlier revision said shows that this one stood at least so long; a row that
    /// others of its key follow in the file, only until those. So it is with the revision that counts until this very
    /// export, which repeats it before it says something else.
    var lengthenEarlier: String {
        """
        WITH repeated AS MATERIALIZED (
            SELECT DISTINCT r.key FROM \(table.name) r
            JOIN (SELECT DISTINCT key, content_hash FROM \(Staging.name) WHERE reason IS NULL) s
                ON r.region = $1 AND r.key = s.key AND r.content_hash = s.content_hash
            WHERE r.seen_at < $3 AND r.delivery <> $2),
        shown AS (
            SELECT f.key, f.content_hash, $3 - min(f.followers) * interval '1 microsecond' AS at
            FROM (SELECT s.key, s.content_hash, s.reason,
                      row_number() OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) - 1 AS followers
                  FROM \(Staging.name) s JOIN repeated e ON e.key = s.key WHERE \(Self.isRead)) f
            WHERE f.reason IS NULL GROUP BY f.key, f.content_hash),
        lengthened AS (
            UPDATE \(table.name) r SET seen_at = s.at FROM shown s
            WHERE r.region = $1 AND r.key = s.key AND r.seen_at < s.at AND r.delivery <> $2
                AND r.content_hash = s.content_hash
            RETURNING 1)
        SELECT count(*) FROM lengthened
        """
    }
}
