/// The law and the words of the trade as they came with the program: `Config/` as it was when it was built.
///
/// Only where a file is looked at before there are any settings: the daemon goes by none but its administrator's.
enum ShippedFiles {
    private static let files: [String: [UInt8]] = [
        "alcohol-units": PackageResources.alcohol_units_yaml,
        "calendar": PackageResources.calendar_yaml,
        "clocks": PackageResources.clocks_yaml,
        "matching": PackageResources.matching_yaml,
        "synonyms": PackageResources.synonyms_yaml,
        "thresholds": PackageResources.thresholds_yaml,
    ]

    /// The file of this name, without its ending.
    static func source(_ name: String, _ findings: Findings) -> SourceText? {
        files[name].flatMap { SourceText($0, name + ".yaml", findings) }
    }
}
