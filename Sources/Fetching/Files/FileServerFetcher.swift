package import Feeds
package import Model
import Postgres
package import Settings
import Transport

/// Fetches the files of a directory on an SFTP or FTP server. They stay where they are: the server is only read.
package actor FileServerFetcher: Fetcher {
    private let executor: QueueExecutor
    private let source: FileServerSource
    private let archive: Archive
    private let names: FileNames
    private let exportTime: ExportTimeReader?
    private var server: FileServer
    private var pause = FetchPause()
    private var sightings: [String: RemoteFile] = [:]
    /// What is still to be taken in this look; nil before it.
    private var waiting: [RemoteFile]?
    private var end = FetchEnd()

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Throws: `UnreadableDelivery` where the pattern of the export time is none.
    package init(_ feed: FeedDefinition, _ source: FileServerSource, archive: Archive) throws(UnreadableDelivery) {
        executor = QueueExecutor(label: "fetch \(feed.name)")
        (self.source, self.archive) = (source, archive)
        server = FileServer(source)
        names = FileNames(source.files)
        if let rule = feed.exportTime { exportTime = try ExportTimeReader(rule) } else { exportTime = nil }
    }

    package func begin() { (waiting, end) = (nil, FetchEnd()) }

    /// Files are known by what was taken alone.
    package func forget() {}

    package func next(known: [String: String], now: Instant) async throws -> FetchStep {
        try pause.check()
        do {
            if waiting == nil { try look(known, now) }
            let step = try take()
            pause.end()
            return step
        } catch {
            pause.begin(after: error)
            throw error
        }
    }

    /// Sees what lies there, and sorts it into what is to be taken now and what is not.
    private func look(_ known: [String: String], _ now: Instant) throws {
        let listing = RemoteListing(names: try server.list(.names), lines: try server.list(.listing))
        var seen: [String: RemoteFile] = [:]
        var (passedOver, ahead): ([String], [String]) = (listing.strangers.filter(names.isWanted), [])
        var ready: [RemoteFile] = []
        for entry in listing.entries where names.isWanted(entry.name) {
            guard !FileNames.isUnprintable(entry.name) else {
                passedOver.append(entry.name)
                continue
            }
            guard entry.isFile else {
                if !entry.isDirectory { passedOver.append(entry.name) }
                continue
            }
            guard let file = try identify(entry, now, &ahead) else { continue }
            seen[file.name] = file
            guard known[file.name] != file.mark else { continue }
            if file.isAtRest(for: source.settleSeconds, now: now) { ready.append(file) } else { leave(file) }
        }
        // Files that are gone are forgotten.
        sightings = seen
        waiting = ready.sorted(by: RemoteFile.precedes).reversed()
        end.complaint = FolderLook(candidates: [], passedOver: passedOver.sorted(), ahead: ahead.sorted()).complaint
    }

    /// What an entry is; asked of the server only where its line has changed since.
    private func identify(
        _ entry: RemoteListing.Entry,
        _ now: Instant,
        _ ahead: inout [String]
    ) throws -> RemoteFile? {
        let exportedAt = exportTime?.time(of: entry.name, now: now, ahead: &ahead)
        if var known = sightings[entry.name], known.line == entry.line {
            known.isSeenTwice = true
            return known
        }
        do {
            guard let state = try server.state(of: entry.name) else { return nil }
            return RemoteFile(entry, state, since: .now, exportedAt: exportedAt)
        } catch let fault as TransportFault where fault.cause == .forbidden {
            return RemoteFile(entry, nil, since: .now, exportedAt: exportedAt)
        }
    }

    /// Takes the next of the files at rest.
    private func take() throws -> FetchStep {
        while let file = waiting?.popLast() {
            guard let state = file.state else {
                return .missed(
                    name: file.name,
                    exportedAt: file.exportedAt,
                    because: fault(.forbidden, file).description
                )
            }
            guard state.size <= min(source.largest, archive.largest) else {
                return .missed(
                    name: file.name,
                    exportedAt: file.exportedAt,
                    because: fault(.tooLarge, file).description
                )
            }
            if let taken = try fetch(file, state) { return .fetched(taken) }
            leave(file)
        }
        return .end(end)
    }

    /// - Returns: nil where the file changed or vanished meanwhile.
    private func fetch(_ file: RemoteFile, _ state: RemoteFile.State) throws -> Fetched? {
        let reception = archive.receive(from: file.name, largest: state.size)
        do {
            let response = try server.perform(file.name, .body, largest: state.size) { try reception.append($0) }
            guard response.received == state.size, try server.state(of: file.name) == state else {
                sightings[file.name] = nil
                return nil
            }
        } catch let fault as TransportFault where fault.cause == .missing || fault.cause == .tooLarge {
            sightings[file.name] = nil
            return nil
        }
        return Fetched(
            name: file.name,
            mark: (file.name, file.mark),
            exportedAt: file.exportedAt,
            file: try archive.keep(reception)
        )
    }

    private func leave(_ file: RemoteFile) {
        end.settling += 1
        end.waiting.append(file.exportedAt)
    }

    private func fault(_ cause: TransportFault.Cause, _ file: RemoteFile) -> TransportFault {
        TransportFault(cause, place: file.name, detail: file.state.map { "\($0.size)" } ?? "")
    }
}
