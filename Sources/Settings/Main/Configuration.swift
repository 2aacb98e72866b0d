package import Model

/// Everything an administrator sets, read and checked as a whole.
package struct Configuration: Equatable, Sendable {
    /// Absolute path of the main file.
    package var path: String
    /// libpq connection string; empty leaves everything to the PG* environment variables.
    package var database: String
    /// Absolute path of the folder for archived deliveries and digests.
    package var stateDirectory: String
    package var region: Int32
    package var language: Language
    /// Absolute path of the key for tokens of personal data.
    package var pepperFile: String
    /// How often feeds are looked at, in seconds.
    package var pollSeconds: Int64
    /// After how many seconds without a delivery what fell due is reviewed.
    package var reviewSeconds: Int64
    /// Local time of day of the digest in Asia/Shanghai, in minutes after midnight.
    package var digestMinute: Int
    /// An alert whose deadline lies further back than this when it is first raised is marked retrospective.
    package var retrospectiveDays: Int64
    package var feeds: [FeedDefinition]
    package var checks: [CheckDefinition]
    package var units: [Unit]
    package var regions: [RegionName]
    package var law: Law
    /// Tells one set of rules from another: SHA-256, in lower-case hex, over the bytes of the check, law and unit files and
    /// over which feeds speak for whom. When it changes, findings made before may no longer hold and a full review is due.
    package var fingerprint: String
    /// The same over the law files alone: what clocks, lines and calendar a finding was judged by.
    package var lawVersion: String
    /// What is wrong with check files that were left out for it: the others go on.
    package var refusedChecks: [SettingsProblem] = []

    package init(
        path: String,
        database: String,
        stateDirectory: String,
        region: Int32,
        language: Language,
        pepperFile: String,
        pollSeconds: Int64,
        reviewSeconds: Int64,
        digestMinute: Int,
        retrospectiveDays: Int64,
        feeds: [FeedDefinition],
        checks: [CheckDefinition],
        units: [Unit],
        regions: [RegionName],
        law: Law,
        fingerprint: String,
        lawVersion: String,
        refusedChecks: [SettingsProblem] = []
    ) {
        self.path = path
        self.database = database
        self.stateDirectory = stateDirectory
        self.region = region
        self.language = language
        self.pepperFile = pepperFile
        self.pollSeconds = pollSeconds
        self.reviewSeconds = reviewSeconds
        self.digestMinute = digestMinute
        self.retrospectiveDays = retrospectiveDays
        self.feeds = feeds
        self.checks = checks
        self.units = units
        self.regions = regions
        self.law = law
        self.fingerprint = fingerprint
        self.lawVersion = lawVersion
        self.refusedChecks = refusedChecks
    }
}
