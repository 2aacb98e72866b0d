"""A region of its own for one measurement: settings, feeds, drop folders, and the program."""
import os
import re
import shutil
import subprocess

from library.cluster import PACKAGE

SETTINGS = """database: ""
state_directory: state
region: 430800
language: en
pepper_file: id-pepper
schedule: { poll: %(poll)s, review: 1h, digest: "08:00" }
retrospective_after: 30d
feeds: feeds
checks: checks
law: law
units: units.yaml
"""


class Place:
    """One folder with all of it."""

    def __init__(self, program, folder, poll="1s"):
        self.program, self.folder = program, folder
        (folder / "feeds").mkdir(parents=True)
        for name in ["checks", "law"]:
            shutil.copytree(PACKAGE / "Config" / name, folder / name)
        shutil.copy(PACKAGE / "Config/units.yaml", folder)
        (folder / "docket.yaml").write_text(SETTINGS % {"poll": poll})
        pepper = folder / "id-pepper"
        pepper.write_bytes(bytes(range(32)))
        pepper.chmod(0o600)

    def feed(self, name, text):
        (self.folder / f"feeds/{name}.yaml").write_text(f"feed: {name}\n{text}")
        (self.folder / "in" / name).mkdir(parents=True)

    def breath_tests(self, name, form):
        """The feed of the invented breath tests, in a form of its own; `form` is the key that tells it."""
        text = (PACKAGE / "Config/examples/prefecture/feeds/breath-tests.yaml").read_text()
        text = text.replace("feed: breath-tests\n", "").replace("in/breath-tests", f"in/{name}")
        if "json" in form:
            text = text.replace("(mg/100mL)", "")
        text = text.replace('["breath_*.csv"]', '["*"]').replace(r"\.csv$", r"\.[a-z]+$")
        self.feed(name, re.sub("^csv: .*$", lambda _: form, text, flags=re.MULTILINE))

    def drop(self, feed, export):
        """Lays an export down as one that has lain there for a while."""
        target = self.folder / "in" / feed / export.name
        shutil.copy(export, target)
        os.utime(target, (target.stat().st_mtime - 3600,) * 2)
        return target

    def command(self, *words):
        return [self.program, *words, "--config", self.folder / "docket.yaml"]

    def migrate(self, environment, log):
        subprocess.run(self.command("migrate"), check=True, stdout=log, stderr=log, env=environment)
        shutil.rmtree(self.folder / "state", ignore_errors=True)
