package import Logging

/// Writes log lines for the journal, or for a person where standard error is not the journal.
///
/// ```swift
/// let form = LogForm.fitting(descriptor: 2, environment: ProcessInfo.processInfo.environment)
/// LoggingSystem.bootstrap { _ in JournalLogHandler(form: form) }
/// ```
package struct JournalLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level

    private let form: LogForm
    private let now: @Sendable () -> Int64
    private let write: @Sendable (String) -> Void

    /// A handler that asks `now` for the seconds since 1970 UTC and hands `write` each line without its line break.
    package init(
        form: LogForm,
        logLevel: Logger.Level = .info,
        now: @escaping @Sendable () -> Int64 = StandardError.seconds,
        write: @escaping @Sendable (String) -> Void = StandardError.write
    ) {
        self.form = form
        self.logLevel = logLevel
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var merged = metadata
        merged.merge(metadataProvider?.get() ?? [:]) { _, provided in provided }
        if let error = event.error { merged["error"] = .string("\(error)") }
        merged.merge(event.metadata ?? [:]) { _, given in given }
        let beginning = form.beginning(level: event.level, seconds: now())
        write(beginning + LogText.line(message: event.message.description, metadata: merged))
    }
}
