import Daemon
import Foundation
import Model
import Postgres
import Settings
import Simulation
import Synchronization
import TestSupport
import Transport
import Vendor

/// The way on which exports come to a house.
enum Carriage: String, CaseIterable {
    case folder, http, sftp

    /// Whether this machine has what it takes.
    var isPossible: Bool { self != .sftp || SFTPServer.isInstalled }

    /// Takes one export after the other in a new house, and says what became of them.
    func take(
        _ exports: [Export],
        as form: ExportForm,
        in wrapping: Wrapping,
        namedBy key: FeedDefinition.KeyRule? = nil,
        _ database: String
    ) async throws -> RecordContents {
        let counter = try Counter(self)
        let house = try await House.plain(database: database) { configuration in
            for index in configuration.feeds.indices {
                let feed = configuration.feeds[index]
                configuration.feeds[index].format = form.format
                configuration.feeds[index].packing = wrapping.packing
                if let key { configuration.feeds[index].key = key }
                configuration.feeds[index].folder?.files = ["*"]
                configuration.feeds[index].exportTime?.pattern = #"_(\d{14})\."#
                counter.redirect(&configuration.feeds[index], of: feed.kind)
            }
        }
        for export in exports {
            let name = export.name(form.ending)
            let bytes = try wrapping.wrapped(form.bytes(of: export), as: name)
            try counter.lay(bytes, as: name + wrapping.ending, export, house)
            // A file on a server is taken once two looks have seen it alike.
            for _ in 0..<(self == .sftp ? 2 : 1) { try await house.intake(export.kind.rawValue, now: SmallWorld.asOf) }
        }
        let contents = try await RecordContents(of: house)
        await house.passes.connection.close()
        return contents
    }

    /// Where exports are laid to be taken.
    private enum Counter {
        case folder
        case http(ScriptedServer, Shelf)
        case sftp(SFTPServer)

        init(_ carriage: Carriage) throws {
            switch carriage {
            case .folder: self = .folder
            case .http:
                let shelf = Shelf()
                self = .http(try ScriptedServer { shelf.answer($0.path) }, shelf)
            case .sftp: self = .sftp(try SFTPServer())
            }
        }

        func redirect(_ feed: inout FeedDefinition, of kind: Kind) {
            switch self {
            case .folder: return
            case .http(let server, _):
                guard let address = Address(server.url("/\(kind.rawValue)")) else { return }
                feed.source = .http(HTTPSource(address))
                (feed.exportTime, feed.exportMoment) = (nil, .dateHeader)
            case .sftp(let server):
                let directory = "sftp://127.0.0.1:\(server.port)\(server.directory)/\(kind.rawValue)/"
                guard let address = Address(directory) else { return }
                feed.source = .sftp(
                    FileServerSource(
                        directory: address,
                        files: ["*"],
                        settleSeconds: 0,
                        user: server.user,
                        login: .key(file: server.keyFile, passphraseFile: nil),
                        trust: ServerTrust(knownHostsFile: server.hosts("known_hosts"))
                    )
                )
            }
        }

        func lay(_ bytes: [UInt8], as name: String, _ export: Export, _ house: House) throws {
            switch self {
            case .folder: try house.folder.write(bytes, to: "in/\(export.kind.rawValue)/\(name)")
            case .http(_, let shelf): shelf.lay(bytes, export)
            case .sftp(let server):
                let folder = URL(filePath: server.directory).appending(path: export.kind.rawValue)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: folder.appending(path: name))
            }
        }
    }

    /// The latest export of each register, as an HTTP server hands it out.
    private final class Shelf: Sendable {
        private let answers = Mutex<[String: [ScriptedServer.Act]]>([:])

        func lay(_ bytes: [UInt8], _ export: Export) {
            let formatter = DateFormatter()
            (formatter.locale, formatter.timeZone) = (Locale(identifier: "en_US_POSIX"), TimeZone(secondsFromGMT: 0))
            formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            let date = formatter.string(
                from: Date(timeIntervalSince1970: Double(export.exportedAt.microseconds / 1_000_000))
            )
            let head = "HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\nDate: \(date)\r\n\r\n"
            answers.withLock { $0["/\(export.kind.rawValue)"] = [.text(head), .send(bytes)] }
        }

        func answer(_ path: String) -> [ScriptedServer.Act] {
            answers.withLock { $0[path] } ?? [.answer("", status: "404 Not Found")]
        }
    }
}
