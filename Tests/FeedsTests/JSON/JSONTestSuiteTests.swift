import Feeds
import Model
import Settings
import Testing

private let jsonTestSuite = "corpora/JSONTestSuite/test_parsing"

/// The files of JSONTestSuite (github.com/nst/JSONTestSuite), where they lie in `shared` beside the repository. Each is
/// put into an array of rows: `y_` files must then be read, `n_` files refused.
@Suite(
    "JSONTestSuite",
    .enabled(if: SharedFolder.names(in: jsonTestSuite) != nil, "no corpora beside the repository: SKIPPED")
)
struct JSONTestSuiteTests {
    private func isTaken(_ name: String) throws -> Bool {
        let bytes = try #require(SharedFolder.bytes(jsonTestSuite + "/" + name))
        // A document of its own, so that what follows or precedes it cannot lend it soundness.
        var readings: [Bool] = []
        for size in [1, 4096] {
            do throws(UnreadableDelivery) {
                _ = try readJSON(Array("[".utf8) + bytes + Array("\n]".utf8), bufferSize: size)
                readings.append(true)
            } catch {
                readings.append(false)
            }
        }
        #expect(Set(readings).count == 1)
        return readings.allSatisfy { $0 }
    }

    @Test("95 of 95 valid files are read")
    func valid() throws {
        let names = try #require(SharedFolder.names(in: jsonTestSuite)).filter { $0.hasPrefix("y_") }
        #expect(names.count == 95)
        for name in names { #expect(try isTaken(name), "\(name)") }
    }

    @Test("188 of 188 invalid files are refused")
    func invalid() throws {
        let names = try #require(SharedFolder.names(in: jsonTestSuite)).filter { $0.hasPrefix("n_") }
        #expect(names.count == 188)
        for name in names {
            #expect(try isRefused(name), "\(name)")
        }
    }

    /// Some invalid files are several values or none, which brackets around them would make an array of.
    private func isRefused(_ name: String) throws -> Bool {
        let bytes = try #require(SharedFolder.bytes(jsonTestSuite + "/" + name))
        let asDocument = (try? readJSON(bytes)) == nil
        return try asDocument && (!isTaken(name) || Self.isSoundInBrackets.contains(name))
    }

    /// Empty files, and values beside one another: as elements of an array they are sound.
    private static let isSoundInBrackets: Set<String> = ["n_single_space.json", "n_structure_no_data.json"]
}
