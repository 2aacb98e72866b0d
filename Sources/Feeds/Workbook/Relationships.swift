/// Which parts a part of a workbook refers to.
final class Relationships: XMLEvents {
    /// The names of parts by the ids they are referred to with.
    private(set) var targets: [String: String] = [:]
    /// The first part of each type; the types are the last words of their addresses, such as `worksheet`.
    private(set) var firsts: [String: String] = [:]
    private(set) var types: [String: String] = [:]
    private let part: String

    /// - Parameter part: the one that refers; empty for the workbook's file as a whole.
    init(of part: String) { self.part = part }

    /// Where the references of a part stand.
    static func place(of part: String) -> String {
        var names = part.split(separator: "/").map(String.init)
        let last = names.popLast() ?? ""
        return (names + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard depth == 2, name.is("Relationship"), attributes.text("TargetMode") != "External",
            let id = attributes.text("Id"), let type = attributes.text("Type")?.split(separator: "/").last,
            let target = attributes.text("Target"), targets.count < 10_000
        else { return }
        let resolved = OfficePackage.resolve(target, from: part)
        targets[id] = resolved
        types[id] = String(type)
        if firsts[String(type)] == nil { firsts[String(type)] = resolved }
    }
}
