/// 组织机构代码 of the police: twelve digits.
package enum Organisation {
    /// How many leading digits name a county unit (大队): two for each level of GB/T 2260.
    package static let countyDigits = 6
    /// How many name a squadron (中队) of it: GA 380 gives it the two digits after.
    package static let squadronDigits = 8

    /// Short codes of six to ten digits in even number stand for themselves with zeros to twelve.
    /// Anything else is kept with the defect `form`.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        let hasStar = Cleaning.append(source, to: &bytes)
        if Cleaning.isAbsent(bytes, from: start) {
            bytes.removeSubrange(start...)
            return .absent
        }
        if hasStar { return .value(defect: .masked) }
        let count = bytes.count - start
        guard Cleaning.isDigits(bytes.span.extracting(start...)) else { return .value(defect: .form) }
        if (6...10).contains(count), count.isMultiple(of: 2) {
            for _ in count..<12 { bytes.append(UInt8(ascii: "0")) }
            return .value(defect: nil)
        }
        return .value(defect: count == 12 ? nil : .form)
    }
}
