import Foundation

extension Simulation {
    /// Writes the exports below `in` and the key to `answer-key.json`.
    ///
    /// - Parameters:
    ///   - directory: where.
    ///   - formats: how.
    ///   - offers: what a platform hands out instead.
    /// - Returns: what was written.
    /// - Throws: `SimulationError.write` and `.pack` naming the file, besides what `world()` throws.
    package func write(
        to directory: String,
        as formats: FormatChoice = .plain,
        except offers: [PlatformOffer] = []
    ) throws -> SimulationSummary {
        let world = try world()
        let folder = URL(filePath: directory, directoryHint: .isDirectory)
        let exports = Self.exports(of: world).filter { export in !offers.contains { $0.feed == export.folder } }
        let feeds = try exports.map { export in
            try Self.write(export, as: formats.format(of: export.folder), below: folder.appending(path: "in"))
        }
        try Self.write(try world.key.json(), to: folder.appending(path: "answer-key.json"))
        return SimulationSummary(key: world.key, feeds: feeds)
    }

    /// Every feed of the prefecture.
    static func exports(of world: World) -> [FeedExport] {
        let registers = RegisterExports(world: world)
        let breath = BreathExports(world: world)
        let cases = CaseExports(world: world)
        let robots = RobotExports(world: world)
        let casework = CaseworkExports(world: world)
        let support = SupportExports(world: world)
        return [
            registers.testers, registers.cameras, registers.robots, registers.internalTests,
            breath.first, breath.second, cases.county, cases.direct, FilmExport(world: world).recordings,
            robots.sightings, robots.messages, casework.bloodSamples, casework.exhibits, casework.complaints,
            casework.accidents, support.duties, support.counters, support.tallies, support.mouthpieces,
            support.sessions,
            support.examFilms, support.inspections,
        ]
    }

    private static func write(
        _ export: FeedExport,
        as format: ExportFormat,
        below root: URL
    ) throws -> SimulationSummary.Feed {
        let folder = root.appending(path: export.folder, directoryHint: .isDirectory)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw SimulationError.write(path: folder.path(percentEncoded: false), cause: "\(error)")
        }
        var files = 0
        var total = 0
        for index in export.times.indices {
            var names = [export.name(at: export.times[index], format)]
            if let again = export.redelivery, again.index == index { names.append(export.name(at: again.at, format)) }
            let bytes: [UInt8]
            do { bytes = try export.bytes(index, format) } catch {
                throw SimulationError.pack(file: names[0], cause: error.cause)
            }
            for name in names {
                try write(Data(bytes), to: folder.appending(path: name))
                files += 1
                total += bytes.count
            }
        }
        return SimulationSummary.Feed(name: export.folder, files: files, bytes: total)
    }

    static func write(_ bytes: Data, to file: URL) throws {
        do { try bytes.write(to: file) } catch {
            throw SimulationError.write(path: file.path(percentEncoded: false), cause: "\(error)")
        }
    }
}
