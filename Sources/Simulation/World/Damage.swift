/// What goes wrong with a row between the vendor's database and its export.
package enum Damage: Sendable, CaseIterable {
    case badTime, impossibleValue, missingColumn, strayQuote, undecodable
}
