"""The programs Docket is measured beside, each set up as its own manual has it for speed, on the same server and rows."""
import os
import pathlib
import subprocess
import sys

LIBRARY = pathlib.Path(__file__).resolve().parent

# The columns of the export with their types, and those of Docket's indexes that speak of the rows: its key, by which a row
# that comes twice is refused, and the one a review looks by. dlt makes its table itself, with an index of its own.
TABLE = """CREATE TABLE breath (device text, record_no bigint, tested_at timestamptz, uploaded_at timestamptz,
    alcohol numeric, mode text, entry text, valid text, signed text, vehicle text, unit text, officer text, place text,
    person_name text, person_id text, plate text, remark text, PRIMARY KEY (device, record_no));
    CREATE INDEX ON breath (tested_at, device)"""
COLUMNS = ("device record_no tested_at uploaded_at alcohol mode entry valid signed vehicle unit officer place "
           "person_name person_id plate remark").split()

# pgloader's defaults but for the indexes, which it drops before and makes anew behind the rows, as it advises itself.
PGLOADER = """LOAD CSV FROM '{file}' WITH ENCODING utf-8 HAVING FIELDS ({columns})
    INTO postgresql://docket@unix:{socket}:5432/{database} TARGET TABLE public.breath
    WITH drop indexes, skip header = 1, fields optionally enclosed by '"', fields escaped by double-quote,
         fields terminated by ','
    SET timezone to 'Asia/Shanghai';
"""


def python():
    """The Python that has the yardsticks, which are fetched from PyPI once."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    home, wanted = cache / "docket/yardsticks", (LIBRARY / "requirements.txt").read_text()
    marker = home / "requirements.txt"
    if not marker.exists() or marker.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        subprocess.run([home / "bin/pip", "-q", "install", "-r", LIBRARY / "requirements.txt"], check=True)
        marker.write_text(wanted)
    return home / "bin/python"


def loader(name, file, cluster, database, work):
    """The command that loads a file into a database; `name` is copy, pgloader or one that load-with knows."""
    if name == "copy":
        return ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", "SET timezone TO 'Asia/Shanghai'",
                "-c", f"\\copy breath ({', '.join(COLUMNS)}) FROM '{file}' WITH (FORMAT csv, HEADER)"]
    if name == "pgloader":
        script = work / "load.pgloader"
        script.write_text(PGLOADER.format(file=file, columns=", ".join(COLUMNS), socket=cluster.socket, database=database))
        return ["pgloader", "--quiet", script]
    return [python(), LIBRARY / "load_with.py", name, file, cluster.socket, database, work]
