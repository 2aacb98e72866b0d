import Model
import Settings
import Testing

@Suite("The shipped words of the trade")
struct SynonymsTests {
    private let synonyms: Synonyms

    init() throws { synonyms = try Synonyms.load(path: Repository.config + "/synonyms.yaml") }

    @Test("speak of every kind, and of fields that exist")
    func fields() throws {
        #expect(synonyms.kinds.map(\.kind) == Kind.allCases)
        for words in synonyms.kinds {
            #expect(!words.fields.isEmpty, "\(words.kind)")
            for field in words.fields { #expect(words.kind.schema.index(of: field.field) != nil, "\(field.field)") }
        }
    }

    @Test("name no column for two fields of one kind, but where it is said that it may fill both")
    func unambiguous() {
        for words in synonyms.kinds {
            var owners: [String: [String]] = [:]
            for field in words.fields where !field.isShared {
                for name in Set((field.names + field.clocks).map(Synonyms.folded)) {
                    owners[name, default: []].append(field.field)
                }
            }
            for (name, fields) in owners { #expect(fields.count == 1, "\(words.kind): \(name)") }
        }
    }

    @Test("give words no meaning the field does not know")
    func values() throws {
        for words in synonyms.kinds {
            for field in words.fields {
                let index = try #require(words.kind.schema.index(of: field.field))
                let meanings = Set(field.values.values).union(field.constant.map { [$0] } ?? [])
                switch words.kind.schema.fields[index].type {
                case .choice(let known): #expect(meanings.isSubset(of: known), "\(words.kind) \(field.field)")
                case .flag: #expect(meanings.isSubset(of: ["true", "false"]), "\(words.kind) \(field.field)")
                default: #expect(meanings.isEmpty, "\(words.kind) \(field.field)")
                }
            }
        }
    }

    @Test("call no place a device: every test at one place would be that device's")
    func places() {
        let devices = synonyms.kinds.flatMap(\.fields)
            .filter { ["device", "camera", "robot"].contains($0.field) }.flatMap(\.names)
        for place in ["location", "place", "site", "address", "地点", "地點"] { #expect(!devices.contains(place)) }
    }
}
