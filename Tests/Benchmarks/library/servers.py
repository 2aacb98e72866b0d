"""Servers that can be killed in the middle of a transfer, and begun anew."""
import http.server
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time

from library.cluster import Cluster

RATE = 200_000  # bytes a second a source sends


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def kill_tree(process):
    """Kills a process and all it began, however far they went from it."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                children.setdefault(int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]), []).append(int(entry.name))
            except OSError:
                pass
    doomed = [process]
    for one in doomed:
        doomed += children.get(one, [])
    for one in doomed:
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:
            pass


class Program:
    """A server that is a process, begun anew after each death."""

    def __init__(self, command, log, **options):
        self.command, self.log, self.options = command, log, options
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **self.options)

    def kill(self):
        kill_tree(self.process.pid)
        self.process.wait()


class Throttle:
    """Stands between Docket and a server that would be done too soon to be killed in the middle."""

    def __init__(self, to):
        self.to, self.listener = to, socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.listener.accept()
            try:
                far = socket.socket(socket.AF_UNIX if isinstance(self.to, str) else socket.AF_INET)
                far.connect(self.to)
            except OSError:
                near.close()
                continue
            threading.Thread(target=self.copy, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self.copy, args=(far, near, True), daemon=True).start()

    @staticmethod
    def copy(source, target, slow):
        # A server that is killed resets its connections: so does what stands in between.
        try:
            while piece := source.recv(16_384):
                target.sendall(piece)
                if slow:
                    time.sleep(len(piece) / RATE)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()


def serve(folder, port):
    """The HTTP server: page N is file N, an empty list where there is none."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            page = pathlib.Path(folder) / self.path.rpartition("=")[2]
            body = page.read_bytes() if page.is_file() else b'{"rows": []}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for start in range(0, len(body), 16_384):
                self.wfile.write(body[start:start + 16_384])
                time.sleep(16_384 / RATE)

        def log_message(self, *_):
            pass

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


class MortalCluster(Cluster):
    """A PostgreSQL that is killed and begun again."""

    def __init__(self):
        super().__init__(buffers="")
        self.data = self.folder / "data"
        # What was committed must outlive a kill, as on any server in earnest.
        self.sql("ALTER SYSTEM SET synchronous_commit = on")
        self.sql("SELECT pg_reload_conf()")
        self.command = (self.data / "postmaster.opts").read_text().replace('"', "").split()

    def kill(self):
        kill_tree(int((self.data / "postmaster.pid").read_text().split()[0]))

    def start(self):
        owner = self.data.stat()
        # Where nobody reaps it the dead server still counts as running.
        for lock in [self.data / "postmaster.pid", pathlib.Path(self.socket) / ".s.PGSQL.5432.lock"]:
            lock.unlink(missing_ok=True)
        with open(self.folder / "server.log", "a") as log:
            subprocess.Popen(self.command, user=owner.st_uid, group=owner.st_gid, extra_groups=[], cwd="/", stdout=log,
                             stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
        while subprocess.run(["pg_isready", "-q", "-t", "5"], env=self.environment("postgres")).returncode:
            time.sleep(0.05)
