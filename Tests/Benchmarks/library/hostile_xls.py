"""A small workbook of BIFF8 in its compound file, whose table of texts may be made to lie."""
import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXTS = ["device", "record_no", "tested_at", "alcohol", "place"]


def record(number, content=b""):
    return struct.pack("<HH", number, len(content)) + content


def old_workbook(count, first, length=None, option=0, extra=b"", rows=1, columns=5):
    """One row of column names.

    `count` is how many texts the table says it has, `first` the text that the first cell refers to. `length`, `option` and
    `extra` go into the table's first text: how long it says it is, its flags, what stands behind them.
    """
    texts = b""
    for place, text in enumerate(TEXTS):
        lies = place == 0
        texts += struct.pack("<HB", length if lies and length else len(text), option if lies else 0)
        texts += (extra if lies else b"") + text.encode()
    globe = record(0x809, struct.pack("<HHHHLL", 0x600, 5, 0, 0x7CC, 0, 6))
    told = record(0x42, struct.pack("<H", 0x4B0)) + record(0xE0, bytes(20)) * 16
    table = record(0xFC, struct.pack("<LL", count, count) + texts) + record(0x0A)
    start = len(globe) + len(told) + 4 + 9 + len(table)
    sheet = record(0x85, struct.pack("<LHBB", start, 0, 1, 0) + b"a")
    cells = b"".join(record(0xFD, struct.pack("<HHHL", 0, column, 15, first if column == 0 else column)) for column in range(5))
    body = record(0x809, struct.pack("<HHHHLL", 0x600, 0x10, 0, 0x7CC, 0, 6))
    body += record(0x200, struct.pack("<LLHHH", 0, rows, 0, columns, 0)) + cells + record(0x0A)
    return compound(globe + told + sheet + table + body)


def compound(stream):
    """The stream "Workbook" as the only one of a compound file, large enough to have sectors of its own."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [FAT, END, *range(3, sectors + 2), END]
    fat = struct.pack(f"<{SECTOR // 4}L", *(chain + [FREE] * (SECTOR // 4 - len(chain))))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<L", 0) + b"\xff" * 432
    directory = node("Root Entry", 5, 1, END, 0) + node("Workbook", 2, FREE, 2, len(stream))
    return head + fat + directory.ljust(SECTOR, b"\0") + stream


def node(name, kind, child, start, size):
    text = (name + "\0").encode("utf-16-le")
    return (text.ljust(64, b"\0") + struct.pack("<HBBLLL", len(text), kind, 1, FREE, FREE, child) + bytes(36)
            + struct.pack("<LLL", start, size, 0))
