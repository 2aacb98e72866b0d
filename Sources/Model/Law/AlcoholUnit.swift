/// How one unit of a source converts to mg/100 mL of blood.
package struct AlcoholUnit: Equatable, Sendable, Codable {
    /// As feeds declare it, such as `mg/L`.
    package let code: String
    /// The factor to mg/100 mL in ten-thousandths, so that 1047.6 is 10476000.
    package let factorTenThousandths: Int64
    package let validity: Validity
    /// How else sources write it behind a number, such as `毫克/100毫升`.
    package let spellings: [String]

    package init(code: String, factorTenThousandths: Int64, validity: Validity, spellings: [String] = []) {
        self.code = code
        self.spellings = spellings
        self.factorTenThousandths = factorTenThousandths
        self.validity = validity
    }
}
