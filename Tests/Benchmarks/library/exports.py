"""The same invented breath tests in several forms."""
import csv
import itertools
import json
import subprocess

from library.cluster import PACKAGE

STAMP = "20250303060000"


class Exports:
    """Files of one and the same rows, made when they are first asked for."""

    def __init__(self, folder, rows):
        folder.mkdir(parents=True)
        self.folder, self.rows = folder, rows
        subprocess.run([PACKAGE / "Tests/Benchmarks/invent", "--tests", str(rows), "--out", folder], check=True,
                       capture_output=True)

    @property
    def gb18030(self):
        return self.folder / f"breath_{STAMP}.csv"

    @property
    def utf8(self):
        return self.made(f"utf8_{STAMP}.csv", self.recode)

    @property
    def lines(self):
        return self.made(f"lines_{STAMP}.jsonl", self.jsonify)

    def few(self, rows):
        """The beginning of the UTF-8 one."""
        return self.made(f"few_{STAMP}.csv", lambda path: self.cut(path, rows))

    def made(self, name, make):
        path = self.folder / name
        if not path.exists():
            make(path)
        return path

    def recode(self, path):
        with open(self.gb18030, encoding="gb18030", newline="") as source, open(path, "w", newline="") as target:
            for line in source:
                target.write(line)

    def cut(self, path, rows):
        with open(self.utf8, "rb") as source, open(path, "wb") as target:
            target.writelines(itertools.islice(source, rows + 1))

    def jsonify(self, path):
        """One object a line, every cell a text under the name of its column, as exporters of tables write them."""
        with open(self.utf8, newline="") as source, open(path, "w") as target:
            rows = csv.reader(source)
            # In names of JSON a "/" parts a name from one within it.
            names = [name.replace("(mg/100mL)", "") for name in next(rows)]
            for row in rows:
                target.write(json.dumps(dict(zip(names, row)), ensure_ascii=False, separators=(",", ":")) + "\n")
