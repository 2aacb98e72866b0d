/// How long a transfer may take and how much it may bring.
package struct TransferLimits: Equatable, Sendable {
    /// Until the connection stands, in milliseconds.
    package var connect: Int
    /// Until everything is there, in milliseconds.
    package var total: Int
    /// A transfer slower than `slowest` bytes a second for so many seconds is broken off.
    package var patience: Int
    /// Bytes a second.
    package var slowest: Int
    /// Bytes of the body.
    package var largest: Int64

    /// A quarter of an hour for at most 256 MiB, unless told otherwise.
    package init(
        connect: Int = 10_000,
        total: Int = 900_000,
        patience: Int = 30,
        slowest: Int = 100,
        largest: Int64 = 256 << 20
    ) {
        self.connect = connect
        self.total = total
        self.patience = patience
        self.slowest = slowest
        self.largest = largest
    }
}
