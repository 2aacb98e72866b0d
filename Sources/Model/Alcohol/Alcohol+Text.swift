extension Alcohol: CustomStringConvertible {
    /// In mg/100 mL without needless zeros: `123.45`, `80`, `0.5`.
    package var description: String {
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        guard part > 0 else { return "\(sign)\(whole)" }
        let fraction = part.isMultiple(of: 10) ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
        return "\(sign)\(whole).\(fraction)"
    }
}
