/// Reads alcohol as a source writes it, in the unit its feed declares.
///
/// The arithmetic is exact: a number with more than 15 significant digits is first rounded half to even to 15, because
/// such digits are what binary fractions leave behind; then it is multiplied by the factor of the unit and rounded down
/// to hundredths of mg/100 mL, so that rounding never lifts a reading over a line of the law.
package struct AlcoholReader: Sendable {
    private let factor: Int128
    private let range: Int128
    private let form: NumberForm

    /// The most digits a decimal keeps on its way through a binary fraction of 64 bits.
    private static let significantDigits = 15

    /// - Parameters:
    ///   - unit: the unit of the source.
    ///   - range: the most a tester can measure; more is no measurement.
    ///   - form: how the source writes numbers.
    package init(unit: AlcoholUnit, range: Alcohol, form: NumberForm = .unspoken) {
        factor = Int128(unit.factorTenThousandths)
        self.range = Int128(range.hundredths)
        self.form = form
    }

    /// What a text turned out to be.
    package enum Outcome: Equatable, Sendable {
        case value(Alcohol)
        case notANumber
        /// Negative, or more than the range: to be rejected, never taken for a negative test.
        case outOfRange
    }

    /// Reads `121`, `0.55`, `0,55`, `+1.2e1`; blanks around the number are skipped.
    package func read(_ text: Span<UInt8>) -> Outcome {
        guard var number = DecimalNumber(text, significantDigits: Self.significantDigits, form: form) else {
            return .notANumber
        }
        guard !number.isNegative || number.significand == 0 else { return .outOfRange }
        // Ten-thousandths of the factor to hundredths of the result.
        number.exponent -= 2
        guard let (floor, isWhole) = number.scaled(by: factor) else { return .outOfRange }
        guard floor >= 0, floor < range || (floor == range && isWhole) else { return .outOfRange }
        guard let hundredths = Int64(exactly: floor) else { return .outOfRange }
        return .value(Alcohol(hundredths: hundredths))
    }
}
