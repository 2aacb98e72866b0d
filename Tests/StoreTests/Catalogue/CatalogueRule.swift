import Testing

/// Something every table, view and function of the schema must keep, so that regions can be spread over a cluster.
struct CatalogueRule: Sendable, CustomTestStringConvertible {
    /// The rule, as a sentence.
    let sentence: String
    /// Names whatever breaks it, one a row.
    let offenders: String
    /// Statements that break it.
    let breach: String
    /// What `offenders` then names.
    let named: [String]

    init(_ sentence: String, offenders: String, breach: String, named: [String]) {
        self.sentence = sentence
        self.offenders = Self.tables + offenders
        self.breach = breach
        self.named = named
    }

    var testDescription: String { sentence }

    /// Every rule there is.
    static let all = kinds + keys + references + behaviour + words

    /// Each table with its kind and the place of its column `region`.
    private static let tables = """
        WITH t AS (
            SELECT c.oid, c.relname::text AS name,
                substring(obj_description(c.oid, 'pg_class') from '^\\[(region|reference|coordinator)\\] ') AS kind,
                (SELECT a.attnum FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attname = 'region' AND NOT a.attisdropped) AS region
            FROM pg_class c
            WHERE c.relnamespace = 'docket'::regnamespace AND c.relkind IN ('r', 'p'))

        """
}
