import Foundation
import Model
import Simulation
import TestSupport
import Testing

@Suite("The same rows give the same records, however they are written, packed and brought", .serialized)
struct SameRecordsTests {
    /// More of them with `DOCKET_TEST_SEEDS`. In nine each form comes in each packing on each way.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 9)

    @Test("CSV in three character sets and with tabs, JSON in two layouts, XML, XLSX and ODS", arguments: seeds)
    func forms(seed: UInt64) async throws {
        var source = ExportingSource(seed: seed)
        let exports = source.exports(of: 2, last: SmallWorld.asOf)
        let server = try TestServer.shared.get()
        var plain: RecordContents?
        try await server.withDatabase { plain = try await Carriage.folder.take(exports, as: .csv, in: .plain, $0) }
        let reference = try #require(plain)
        #expect(!reference.revisions.isEmpty && reference.unaccounted.isEmpty)
        for (index, form) in ExportForm.allCases.enumerated() {
            let wrapping = Wrapping.allCases[(index + Int(seed)) % 3]
            let carriage = Carriage.allCases[(index + Int(seed) / 3) % 3]
            guard carriage.isPossible else { continue }
            try await server.withDatabase { database in
                let contents = try await carriage.take(exports, as: form, in: wrapping, database)
                let differences = contents.differencesInOrder(from: reference).joined(separator: "\n")
                #expect(differences == "", "seed \(seed): \(form), \(wrapping), \(carriage)")
            }
        }
    }
}
