import Model

/// A piece of HTML. Whatever is put into it by interpolation is cleaned and escaped, so forgetting to is not possible.
///
/// ```swift
/// let cell: Markup = "<td>\(unit.name)</td>"   // a name like <script> arrives as text
/// ```
struct Markup: ExpressibleByStringInterpolation, Sendable {
    let html: String

    init(stringLiteral html: String) { self.html = html }

    init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

    struct Interpolation: StringInterpolationProtocol {
        var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { html += literal }

        /// Text from anywhere, safe between tags and inside quoted attributes.
        mutating func appendInterpolation(_ text: String) {
            for scalar in text.inOneLine.unicodeScalars {
                switch scalar {
                case "&": html += "&amp;"
                case "<": html += "&lt;"
                case ">": html += "&gt;"
                case "\"": html += "&quot;"
                case "'": html += "&#39;"
                default: html.unicodeScalars.append(scalar)
                }
            }
        }

        mutating func appendInterpolation(_ markup: Markup?) {
            html += markup?.html ?? ""
        }

        mutating func appendInterpolation(_ parts: [Markup]) {
            for part in parts { html += part.html }
        }
    }
}
