/// A line of alcohol from which a reading has consequences, such as 饮酒 from 20 mg/100 mL.
package struct Threshold: Equatable, Sendable, Codable {
    package let code: Code
    package let alcohol: Alcohol
    package let validity: Validity

    /// The lines the checks speak of.
    package enum Code: String, Sendable, CaseIterable, Codable {
        /// 饮酒后驾车.
        case drink
        /// 醉酒后驾车.
        case drunk
        /// The ceiling below which a case may be found obviously minor.
        case minor
        /// The most a tester can measure; above it a value is no measurement.
        case range
    }

    package init(code: Code, alcohol: Alcohol, validity: Validity) {
        self.code = code
        self.alcohol = alcohol
        self.validity = validity
    }
}
