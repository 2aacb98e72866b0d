/// How a database's schema compares with the migrations the program knows; with the newest number applied.
package enum SchemaState: Equatable, Sendable {
    case missing
    case older(Int32)
    case current(Int32)
    case newer(Int32)
}
