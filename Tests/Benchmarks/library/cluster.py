"""A PostgreSQL of its own, as Deploy/private-postgres makes them: set up for a million rows, gone at the end."""
import os
import pathlib
import shlex
import subprocess

PACKAGE = pathlib.Path(__file__).resolve().parents[3]
TICKS = os.sysconf("SC_CLK_TCK")


class Cluster:
    """One server, with what it costs."""

    def __init__(self, buffers="1GB"):
        lines = subprocess.run([PACKAGE / "Deploy/private-postgres", "start"], check=True, capture_output=True, text=True,
                               env={**os.environ, "DOCKET_PRIVATE_BUFFERS": buffers}).stdout
        told = dict(word.split("=", 1) for word in shlex.split(lines) if "=" in word)
        self.folder, self.socket = pathlib.Path(told["DOCKET_PRIVATE_POSTGRES"]), told["PGHOST"]

    def environment(self, database):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return {**kept, "PGHOST": self.socket, "PGPORT": "5432", "PGUSER": "docket", "PGDATABASE": database}

    def sql(self, text, database="postgres"):
        return subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1"], input=text, check=True, capture_output=True,
                              text=True, env=self.environment(database)).stdout.strip()

    def fresh(self, database):
        """Makes the database anew, with nothing left to write down of what was there before."""
        self.sql(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        self.sql(f"CREATE DATABASE {database}")
        self.sql("CHECKPOINT")

    def seconds_used(self):
        """Processor seconds of the server and of every session that has ended."""
        server = (self.folder / "data/postmaster.pid").read_text().split()[0]
        fields = pathlib.Path(f"/proc/{server}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(int(field) for field in fields[11:15]) / TICKS

    def stop(self):
        subprocess.run([PACKAGE / "Deploy/private-postgres", "stop", self.folder], check=True, capture_output=True)
