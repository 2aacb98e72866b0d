"""Yardsticks that are Python: runs in their own environment, once for each measurement.

pandas      read_csv, then to_sql as it comes, with the driver's batches (psycopg2's execute_values).
pandas-copy the same with the COPY function of its manual ("Insertion method") in place of INSERT.
dlt         rows of the csv module, typed by hints, through extract, normalize and load.
dlt-arrow   pyarrow reads and types the file, dlt hands it to COPY: the fastest way its manual knows.
openpyxl    reads a workbook in read-only mode, and does nothing with what it reads.
workbook    writes one for it.
"""
import csv
import datetime
import io
import os
import pathlib
import sys
import urllib.parse

COLUMNS = ("device record_no tested_at uploaded_at alcohol mode entry valid signed vehicle unit officer place "
           "person_name person_id plate remark").split()
TIMES = ["tested_at", "uploaded_at"]
ZONE = "Asia/Shanghai"


def frame(file):
    import pandas
    types = {name: "str" for name in COLUMNS if name not in TIMES} | {"record_no": "int64", "alcohol": "float64"}
    rows = pandas.read_csv(file, header=0, names=COLUMNS, dtype=types, keep_default_na=False, na_values={"alcohol": [""]},
                           parse_dates=TIMES, date_format="%Y-%m-%d %H:%M:%S")
    for name in TIMES:
        rows[name] = rows[name].dt.tz_localize(ZONE)
    return rows


def copy(table, connection, keys, rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    with connection.connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table.name} ({', '.join(keys)}) FROM STDIN WITH CSV", text)


def pandas(file, socket, database, method=None):
    import sqlalchemy
    engine = sqlalchemy.create_engine(f"postgresql+psycopg2://docket@/{database}?host={socket}&port=5432",
                                      executemany_mode="values_plus_batch", insertmanyvalues_page_size=1000)
    with engine.begin() as connection:
        frame(file).to_sql("breath", connection, if_exists="append", index=False, chunksize=10_000, method=method)


def typed_rows(file):
    with open(file, newline="") as source:
        rows = csv.reader(source)
        next(rows)
        for row in rows:
            record = dict(zip(COLUMNS, row))
            for name in TIMES:
                record[name] = datetime.datetime.fromisoformat(record[name] + "+08:00")
            record["record_no"], record["alcohol"] = int(record["record_no"]), float(record["alcohol"])
            yield record


def arrow(file):
    import pyarrow
    import pyarrow.compute
    import pyarrow.csv
    types = {name: pyarrow.string() for name in COLUMNS}
    types |= {"record_no": pyarrow.int64(), "alcohol": pyarrow.float64()} | {name: pyarrow.timestamp("us") for name in TIMES}
    table = pyarrow.csv.read_csv(file, pyarrow.csv.ReadOptions(column_names=COLUMNS, skip_rows=1),
                                 convert_options=pyarrow.csv.ConvertOptions(column_types=types))
    for name in TIMES:
        zoned = pyarrow.compute.assume_timezone(table[name], ZONE)
        table = table.set_column(table.schema.get_field_index(name), name, zoned)
    yield table


def dlt(rows, socket, database, work, **options):
    os.environ |= {"RUNTIME__DLTHUB_TELEMETRY": "false", "HOME": str(work)}
    os.chdir(work)
    import dlt as library
    from dlt.destinations import postgres
    target = postgres({"drivername": "postgresql", "username": "docket", "password": "", "database": database,
                       "host": urllib.parse.quote(socket, safe=""), "port": 5432, "connect_timeout": 10})
    pipeline = library.pipeline("yardstick", pipelines_dir=str(work / database), destination=target, dataset_name="public",
                                progress=None)
    pipeline.run(library.resource(rows, name="breath", primary_key=("device", "record_no")), **options)


def workbook(file, rows):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("检测记录")
    sheet.append(["设备", "记录号", "时间", "测试值", "号牌", "单位", "备注"])
    start = datetime.datetime(2025, 1, 1)
    for number in range(rows):
        at = start + datetime.timedelta(seconds=37 * (number % 400_000))
        sheet.append([f"A{number % 97:04}", number, at, number % 200, f"湘G{number % 90000:05}", f"4308{number % 50:08}",
                      "现场检测"])
    book.save(file)


def openpyxl(file, rows):
    import openpyxl as library
    sheet = library.load_workbook(file, read_only=True, data_only=True).worksheets[0]
    read = sum(1 for _ in sheet.iter_rows(values_only=True))
    assert read == rows + 1, read


def main(name, file, *rest):
    if name == "pandas":
        pandas(file, *rest[:2])
    elif name == "pandas-copy":
        pandas(file, *rest[:2], method=copy)
    elif name == "dlt":
        dlt(typed_rows(file), *rest[:2], pathlib.Path(rest[2]))
    elif name == "dlt-arrow":
        dlt(arrow(file), *rest[:2], pathlib.Path(rest[2]), loader_file_format="csv")
    elif name == "workbook":
        workbook(file, int(rest[0]))
    else:
        openpyxl(file, int(rest[0]))


main(*sys.argv[1:])
