import Foundation
import Model
import Settings
import Testing

@Suite("Public exports are drafted from, or it is said that they are none of ours")
struct RealDraftTests {
    /// The folder of public data; nil where it is not there.
    private static let data = ProcessInfo.processInfo.environment["DOCKET_REAL_INPUTS"]

    /// A real export, the kind it must be drafted as, the fields that must come out as in the example's mapping, and what a
    /// person adds to finish the draft.
    struct Counterpart: Sendable, CustomTestStringConvertible {
        let file: String
        let example: String
        let kind: Kind
        let fields: [String]
        var added = ""
        var testDescription: String { file }
    }

    private static let penalty = "  category: { constant: administrative }"
    private static let counterparts = [
        Counterpart(
            file: "us-open-data/nopd-body-worn-camera-metadata.csv",
            example: "nopd-body-worn-cameras",
            kind: .recording,
            fields: ["recording_no", "started_at", "ended_at", "collected_at", "case_no", "storage"]
        ),
        Counterpart(
            file: "ames-comma/breath_alcohol_ames.csv",
            example: "ames-comma",
            kind: .breathTest,
            fields: ["tested_at", "alcohol", "alcohol_second"],
            added: "  device: location"
        ),
        Counterpart(
            file: "ames-semicolon/breath_alcohol_ames.csv",
            example: "ames-semicolon",
            kind: .breathTest,
            fields: ["tested_at", "alcohol", "alcohol_second"],
            added: "  device: location"
        ),
        Counterpart(
            file: "tw-labour-penalties/newtaipei/merged.csv",
            example: "newtaipei-labour",
            kind: .caseFile,
            fields: ["case_no", "offence_code", "decided_at"],
            added: penalty
        ),
        Counterpart(
            file: "tw-labour-penalties/kaohsiung/10502-0.xlsx",
            example: "kaohsiung-labour",
            kind: .caseFile,
            fields: ["case_no", "offence_code", "decided_at"],
            added: penalty
        ),
        Counterpart(
            file: "tw-labour-penalties/kaohsiung/10504-0.xlsx",
            example: "kaohsiung-labour",
            kind: .caseFile,
            fields: ["case_no", "offence_code", "decided_at"],
            added: penalty
        ),
    ]

    @Test(
        "a number that several rows bear is proposed as no key",
        .enabled(if: data != nil, "DOCKET_REAL_INPUTS is not set"),
        arguments: ["kaohsiung/10502-0.xlsx", "kaohsiung/10504-0.xlsx", "kaohsiung/merged.csv"]
    )
    func repeatedNumbers(file: String) async throws {
        let place = try DraftedPlace()
        let path = (Self.data ?? "") + "/tw-labour-penalties/" + file
        let outcome = try await place.draft(path, ["--kind", "case_file"])
        #expect(outcome.output.contains("\nkey: row"), "\(outcome.output)")
        #expect(outcome.errors.contains("不能作键："), "\(outcome.errors)")
    }

    @Test(
        "the rest is a line or two of a person",
        .enabled(if: data != nil, "DOCKET_REAL_INPUTS is not set"),
        arguments: counterparts
    )
    func drafted(_ set: Counterpart) async throws {
        let place = try DraftedPlace()
        let file = (Self.data ?? "") + "/" + set.file
        let outcome = try await place.draft(file, ["--unit", "g/210L"])
        #expect(outcome.code == (set.added.isEmpty ? 0 : 1), "\(outcome.errors)")
        let finished = outcome.output.replacing("\ncolumns:\n", with: "\ncolumns:\n" + set.added + "\n")
            .replacing("ignore: [location, ", with: "ignore: [")
        let drafted = try place.feed(finished)
        #expect(drafted.kind == set.kind)
        var known = try place.feed(
            String(contentsOfFile: Repository.config + "/examples/\(set.example).yaml", encoding: .utf8)
        )
        // The zone is the place's, which no file tells.
        for index in known.columns.indices where known.columns[index].zone != nil {
            known.columns[index].zone = "Asia/Shanghai"
        }
        known.key = .row
        var sameKey = drafted
        sameKey.key = .row
        let (records, rejected) = try place.records(sameKey, file, fields: Set(set.fields))
        let (expected, expectedRejected) = try place.records(known, file, fields: Set(set.fields))
        #expect(records == expected)
        #expect(rejected == 0 && expectedRejected == 0)
    }

    @Test(
        "those without a counterpart are refused, with their columns and the kinds there are",
        .enabled(if: data != nil, "DOCKET_REAL_INPUTS is not set"),
        arguments: [
            "au-bitre/police_enforcement_2024_alcohol_drug_tests.xlsx", "cn-gbk-cumcm2021a-crlf/附件1.csv",
            "cn-gbk-cumcm2021a-crlf/附件2.csv", "cn-gbk-cumcm2021a-crlf/附件3.csv", "montgomery-md-1k/LICENSE.txt",
            "us-open-data/fixed-speed-cameras.csv", "us-open-data/motor-vehicle-citations.csv",
        ]
    )
    func refused(file: String) async throws {
        let place = try DraftedPlace()
        let outcome = try await place.draft((Self.data ?? "") + "/" + file)
        #expect(outcome.code == 65, "\(outcome.output)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("its columns do not tell which kind of record it holds: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("--kind: breath_test, "), "\(outcome.errors)")
    }
}
