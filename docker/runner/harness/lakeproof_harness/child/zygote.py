"""Forks the process of each variant, with everything it needs already imported.

Runs as root, on purpose without anything to tell: it never sees a file of a learner or of an
exercise, since the forked process reads its job by itself. It never opens a connection either,
because a fork would share it.

What it is asked for and answers on the control socket: `messages.zygote`.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket

from _pytest.config import get_config

from lakeproof_harness.child import options, variant
from lakeproof_harness.messages.zygote import Answer, Forked, Ready, Reaped, asked_for, write_answer
from lakeproof_harness.users import account

# What suites import. `pyspark.pandas` is imported by assertDataFrameEqual.
PRELOADED = (
    "assertpy",
    "chispa",
    "delta.tables",
    "faker",
    "freezegun",
    "lakeproof.testing",
    "numpy",
    "pandas",
    "pyarrow.compute",
    "pyspark.pandas",
    "pyspark.sql.classic.dataframe",
    "pyspark.sql.connect.session",
    "pyspark.sql.functions",
    "pyspark.sql.streaming",
    "pyspark.sql.window",
    "pyspark.testing",
    "pyspark.testing.pandasutils",
    "unittest.mock",
)


def preload() -> None:
    """Imports what suites use: 1.5 s that no variant pays again."""
    for module in PRELOADED:
        importlib.import_module(module)
    config = get_config()
    for plugin in options.PLUGINS:
        config.pluginmanager.import_plugin(plugin)


def serve(control: socket.socket) -> None:
    """Forks on request, until the harness closes the socket."""
    reader, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(writer)
    while True:
        readable, _, _ = select.select([control.fileno(), reader], [], [])
        if reader in readable:
            with contextlib.suppress(BlockingIOError):
                os.read(reader, 512)
            _report_ended(control)
        if control.fileno() in readable:
            request = asked_for(control)
            if request is None:
                return
            learner, connection = request
            pid = os.fork()
            if pid == 0:
                variant.run(account(learner), connection)
            connection.close()
            _say(control, Forked(pid))


def _report_ended(control: socket.socket) -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            _say(control, Reaped(pid, status))


def _say(control: socket.socket, answer: Answer) -> None:
    control.sendall(write_answer(answer))


def main() -> None:
    """Preloads, says so, and serves on the socket that is descriptor 0."""
    control = socket.socket(fileno=os.dup(0))
    preload()
    gc.collect()
    gc.freeze()
    gc.disable()
    _say(control, Ready(os.getpid()))
    serve(control)


if __name__ == "__main__":
    main()
