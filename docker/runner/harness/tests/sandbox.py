"""Starts the harness as the container does, and speaks the protocol with it."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path

from protocol_fixtures import HEADER

from lakeproof_harness import processes
from lakeproof_harness.users import account

LIMITS = {**HEADER["limits"], "seconds": 240, "variantSeconds": 60, "tests": 100}
USERS = ("spark", "learner1", "learner2")


class Events(list):
    """What the harness said."""

    def of(self, kind, variant=None):
        return [
            event
            for event in self
            if event["event"] == kind and (variant is None or event["variant"] == variant)
        ]

    def end(self, variant):
        (end,) = self.of("variant", variant)
        return end["end"], end["message"]

    def outcomes(self, variant):
        return {event["id"].partition("::")[2]: event["outcome"] for event in self.of("test", variant)}

    def messages(self, variant):
        return {event["id"].partition("::")[2]: event["message"] for event in self.of("test", variant)}


class Sandbox:
    """One harness. `with` waits until it is ready, and leaves none of its processes behind."""

    def __enter__(self):
        command = [sys.executable, "-B", "-P", "-m", "lakeproof_harness"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, cwd="/", **pipes)
        self.log: list[str] = []
        threading.Thread(target=self._keep_log, daemon=True).start()
        self.ready = self.read()
        assert self.ready["event"] == "ready", (self.ready, self.log)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for name in USERS:
            _as_user(account(name), lambda: os.kill(-1, signal.SIGKILL))
            wait_until(lambda user=name: not list(processes.of_user(account(user).uid)))
            _as_user(
                account(name),
                lambda user=name: [
                    processes.remove(path) for path in processes.owned_in(Path("/tmp"), account(user).uid)
                ],
            )
        for name in USERS[1:]:
            for parent in ("/work", "/tmp"):
                _as_user(account(name), lambda folder=f"{parent}/{name}": _empty(folder))
                Path(parent, name).rmdir()

    def _keep_log(self):
        for line in self.process.stderr:
            self.log.append(line.decode(errors="replace"))

    def read(self):
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def send(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def start(self, files, confs=({},), mode="tests", engine="classic", **limits):
        """Sends a job. `files` by their paths in the tar, `confs` one for each variant."""
        data = tar(files)
        header = {
            **HEADER,
            "mode": mode,
            "engine": engine,
            "variants": [{"n": n, "conf": conf} for n, conf in enumerate(confs)],
            "limits": {**LIMITS, **limits},
            "tarBytes": len(data),
        }
        self.send(json.dumps(header).encode() + b"\n" + data)

    def rest(self):
        """All events until the harness ends."""
        events = Events()
        while event := self.read():
            events.append(event)
        self.process.wait(20)
        return events

    def run(self, files, confs=({},), **more):
        self.start(files, confs, **more)
        return self.rest()


def tar(files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return buffer.getvalue()


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def _as_user(user, act):
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            os.setgroups(user.groups)
            os.setresgid(user.gid, user.gid, user.gid)
            os.setresuid(user.uid, user.uid, user.uid)
            act()
        os._exit(0)
    os.waitpid(pid, 0)


def _empty(folder):
    import shutil

    for path in Path(folder).iterdir():
        shutil.rmtree(path, ignore_errors=True)
