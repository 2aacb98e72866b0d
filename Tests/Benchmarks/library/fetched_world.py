"""A daemon that fetches the same kind of rows from four servers, each of which can be killed."""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import time

from library.cluster import PACKAGE
from library.servers import RATE, Program, Throttle, free_port

SOURCES = ["http", "sftp", "ftp", "query"]
HEADER = "device,record_no,tested_at,alcohol,place\n"
ROWS = 1000  # of a batch, which takes a third of a second to send


def rows(source, batch):
    """A batch is one night of a hundred devices."""
    day = datetime.date(2025, 1, 1) + datetime.timedelta(batch % 300)
    for number in range(batch * ROWS, (batch + 1) * ROWS):
        tested_at = f"{day} {20 + number // 250 % 4}:{number // 5 % 50:02}:00"
        yield f"{source}-{number % 100}", number, tested_at, number % 300, f"天门山路 {number} 号, “东口”"


def csv(source, batch):
    return HEADER + "".join('%s,%d,%s,%d,"%s"\n' % row for row in rows(source, batch))


def page(batch):
    names = HEADER.strip().split(",")
    return json.dumps({"rows": [dict(zip(names, row)) for row in rows("http", batch)]}, ensure_ascii=False)


class World:
    def __init__(self, program, folder, clusters):
        self.program, self.folder = program, folder
        self.log = open(folder / "log", "a")
        self.database, self.source = clusters
        for name in ["pages", "sftp", "root", "root/ftp", "empty", "feeds"]:
            (folder / name).mkdir()
        for place in [folder, folder / "root", folder / "root/ftp"]:
            place.chmod(0o755)
        self.servers = {"http": self.http(), "sftp": self.sftp(), "ftp": self.ftp()}
        self.source.sql("CREATE DATABASE docket")
        self.source.sql("CREATE TABLE alky (device text, record_no bigint, tested_at text, alcohol int, place text)",
                        "docket")
        self.database.sql("CREATE DATABASE docket")
        query = Throttle(f"{self.source.socket}/.s.PGSQL.5432")
        self.feeds(query.port)
        self.daemon = Program([program, "run", "--config", folder / "docket.yaml"], self.log,
                              env={**self.database.environment("docket"), "NOTIFY_SOCKET": "",
                                   "MALLOC_ARENA_MAX": "2"})  # as the unit has it
        subprocess.run([program, "migrate", "--config", folder / "docket.yaml"], check=True, stdout=self.log,
                       stderr=self.log, env=self.daemon.options["env"])
        for server in [*self.servers.values(), self.daemon]:
            server.start()

    def http(self):
        self.http_port = free_port()
        return Program([sys.executable, sys.argv[0], "--serve", self.folder / "pages", str(self.http_port)], self.log)

    def sftp(self):
        for name in ["host", "user"]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        port = free_port()
        (self.folder / "sshd_config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nAuthorizedKeysFile {self.folder}/user.pub\n"
            "PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nMaxStartups 100\nSubsystem sftp internal-sftp\n")
        self.sftp_port = Throttle(("127.0.0.1", port)).port
        (self.folder / "known_hosts").write_text(
            f"[127.0.0.1]:{self.sftp_port} " + (self.folder / "host.pub").read_text())
        return Program(["/usr/sbin/sshd", "-D", "-e", "-f", self.folder / "sshd_config"], self.log)

    def ftp(self):
        self.ftp_port = free_port()
        (self.folder / "vsftpd.conf").write_text(
            f"listen=YES\nlisten_port={self.ftp_port}\nlisten_address=127.0.0.1\nbackground=NO\nanonymous_enable=YES\n"
            f"local_enable=NO\nanon_root={self.folder}/root\nsecure_chroot_dir={self.folder}/empty\nseccomp_sandbox=NO\n"
            f"ssl_enable=NO\nanon_max_rate={RATE}\nno_anon_password=YES\n")
        return Program(["/usr/sbin/vsftpd", self.folder / "vsftpd.conf"], self.log)

    def feeds(self, query_port):
        user = os.environ.get("USER") or "root"
        places = {
            "http": f"http: {{ url: 'http://127.0.0.1:{self.http_port}/tests', timeout: 1m, max_bytes: 100000000, "
                    "paging: { page: page, first: 0 } }\njson: { layout: document, rows: rows }",
            "sftp": f"sftp: {{ host: 127.0.0.1, port: {self.sftp_port}, user: {user}, key_file: user, known_hosts: "
                    f"known_hosts, directory: {self.folder}/sftp, files: ['*.csv'], settle: 0s }}\n"
                    "csv: { encoding: utf-8, header_row: 1 }",
            "ftp": f"ftp: {{ host: 127.0.0.1, port: {self.ftp_port}, user: anonymous, password_file: nobody, directory: ftp, "
                   "files: ['*.csv'], tls: none, settle: 0s }\ncsv: { encoding: utf-8, header_row: 1 }",
            "query": f"query: {{ connection: 'host=127.0.0.1 port={query_port} user=docket dbname=docket sslmode=disable', "
                     "sql: 'SELECT * FROM alky WHERE record_no > :high_water ORDER BY record_no', "
                     "high_water: { column: record_no, start: '-1' }, timeout: 20s }\ncsv: { encoding: utf-8, header_row: 1 }",
        }
        (self.folder / "nobody").write_text("nobody\n")
        (self.folder / "nobody").chmod(0o600)
        (self.folder / "id-pepper").write_bytes(bytes(range(32)))
        (self.folder / "id-pepper").chmod(0o600)
        for name, place in places.items():
            (self.folder / f"feeds/{name}.yaml").write_text(
                f"feed: {name}\nkind: breath_test\nregion: 430800\nserves: ['4308']\ncontents: increment\n{place}\n"
                "columns:\n  device: device\n  record_no: record_no\n"
                "  tested_at: { column: tested_at, format: 'yyyy-MM-dd HH:mm:ss', zone: Asia/Shanghai }\n"
                "  alcohol: { column: alcohol, unit: mg/100mL }\n  place: place\n")
        (self.folder / "docket.yaml").write_text(
            "database: ''\nstate_directory: state\nregion: 430800\nlanguage: en\npepper_file: id-pepper\n"
            "schedule: { poll: 1s, review: 1h, digest: '08:00' }\nretrospective_after: 30d\nfeeds: feeds\n"
            f"checks: {PACKAGE}/Config/checks\nlaw: {PACKAGE}/Config/law\nunits: {PACKAGE}/Config/units.yaml\n")

    def offer(self, batch):
        """Lays the next batch at every source, whole at once."""
        for name, text in [("pages", page(batch)), ("sftp", csv("sftp", batch)),
                           ("root/ftp", csv("ftp", batch))]:
            draft = self.folder / name / f".{batch}.part"
            draft.write_text(text)
            draft.chmod(0o644)
            draft.rename(self.folder / name / (str(batch) if name == "pages" else f"{batch:06}.csv"))
        values = ",".join("('%s',%d,'%s',%d,'%s')" % row for row in rows("query", batch))
        self.source.sql(f"INSERT INTO alky VALUES {values}", "docket")

    def stored(self):
        try:
            lines = self.database.sql(
                "SELECT split_part(device, '-', 1), count(*) FROM docket.breath_test GROUP BY 1 ORDER BY 1",
                "docket").splitlines()
        except subprocess.CalledProcessError:
            return {}
        return {name: int(count) for name, count in (line.split("|") for line in lines)}

    def await_batches(self, batches):
        end = time.monotonic() + 300
        wanted = {name: batches * ROWS for name in SOURCES}
        while (stored := self.stored()) != wanted:
            if time.monotonic() > end or any(stored.get(name, 0) > wanted[name] for name in SOURCES):
                raise SystemExit(f"kill-servers: stored {stored}, wanted {wanted}; the log is {self.folder}/log")
            time.sleep(0.1)

    def victim(self, name):
        return {"daemon": self.daemon, "database": self.database, "query": self.source}.get(name) or self.servers[name]

    def check(self, batches):
        """Each row is there once, says what its source said, and each delivery's account is even."""
        wanted = str(sum(hash_of(name, batch) for name in SOURCES for batch in range(batches)))
        found = self.database.sql(
            "SELECT sum(record_no * 1000 + alcohol / 100), count(*) FILTER (WHERE revision <> 1 OR NOT latest), "
            "(SELECT count(*) FROM docket.rejection), (SELECT count(*) FROM docket.delivery WHERE unreadable IS NOT NULL), "
            "(SELECT count(*) FROM docket.delivery WHERE read <> stored + revised + unchanged + rejected), "
            "(SELECT coalesce(sum(unchanged), 0) FROM docket.delivery) FROM docket.breath_test", "docket")
        if found != f"{wanted}|0|0|0|0|0":
            raise SystemExit(f"kill-servers: {found}, wanted {wanted}|0|0|0|0|0")

    def peak(self):
        """Of the daemon's memory since it was begun last."""
        status = pathlib.Path(f"/proc/{self.daemon.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) // 1024

    def end(self):
        for server in [self.daemon, *self.servers.values()]:
            server.kill()


def hash_of(source, batch):
    return sum(number * 1000 + alcohol for _, number, _, alcohol, _ in rows(source, batch))
