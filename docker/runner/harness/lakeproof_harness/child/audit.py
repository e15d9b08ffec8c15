"""Notices what a suite can't be stopped from doing: remarks for the trainer that change no score.

Python's audit events tell of files, code objects, processes and sockets. Only what a learner's own
code does is of interest, so the frames above the event are looked through for one of the suite's files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType

PROCESS_EVENTS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
    "pty.spawn",
)
# What installed packages do is theirs: PySpark opens sockets for every collect().
LIBRARIES = "/site-packages/"
# It reads the lines that called it, to name them in its errors.
PYSPARK = "/site-packages/pyspark/"
# Of each code, so that a flood of one hides no other.
MOST = 7
FRAMES = 40


def watch(root: str, under_test: set[str], ports: set[int | None], note: Callable[[str, str], None]) -> None:
    """Installs the hook, for the rest of the process.

    `root` is the suite's folder, `under_test` the paths in it that are not the learner's own,
    `ports` those of the warm JVM. `note` is called once for each code and detail, and at most seven times
    for a code.
    """
    hidden = {os.path.join(root, path) for path in under_test}  # noqa: PTH118 -- this runs for each import
    seen: set[tuple[str, str]] = set()
    busy = False

    def say(code: str, detail: str) -> None:
        if (code, detail) not in seen and sum(1 for other, _ in seen if other == code) < MOST:
            seen.add((code, detail))
            note(code, detail)

    def by_learner(through: str = "", *, loaders: bool = False) -> bool:
        """Whether the suite's own code did it; not when a file with `through` in its path came between.

        `loaders`: by the loader of a module too, and in a thread that none of the suite's files is seen in.
        """
        frame: FrameType | None = sys._getframe(2)
        for _ in range(FRAMES):
            if frame is None:
                return loaders
            file = frame.f_code.co_filename
            # Python and pytest read a file to import it or to show a line of it.
            if "/_pytest/" in file or (file.startswith("<frozen importlib") and not loaders):
                return False
            if through and through in file:
                return False
            if file.startswith(root):
                return file not in hidden
            frame = frame.f_back
        return False

    def is_import(frame: FrameType | None) -> bool:
        """Whether a file is read to be imported, not for whoever asks its loader for the text."""
        while frame is not None and frame.f_code.co_filename.startswith("<frozen importlib"):
            if frame.f_code.co_name == "get_code":
                return True
            frame = frame.f_back
        return False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal busy
        if busy:
            return
        busy = True
        try:
            if event == "open":
                on_open(arguments[0])
            elif event in PROCESS_EVENTS:
                if by_learner(LIBRARIES):
                    say("process", f"{event} {str(arguments[0])[:200]}" if arguments else event)
            elif event == "socket.connect":
                on_connect(arguments[1])
            elif event == "ctypes.dlopen" and by_learner():
                say("ctypes", str(arguments[0])[:200])
            elif event == "object.__getattr__" and arguments[1] == "__code__":
                on_code(arguments[0], sys._getframe(1))
        finally:
            busy = False

    def on_open(path: object) -> None:
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, str):
            return
        full = path if path.startswith("/") else f"{root}/{path}"
        if full.startswith("/proc/"):
            if by_learner():
                say("read-proc", full[:200])
        elif os.path.normpath(full) not in hidden or is_import(sys._getframe(2)):
            return
        elif by_learner(PYSPARK, loaders=True):
            say("read-code-under-test", os.path.relpath(full, root))

    def on_code(owner: object, reader: FrameType) -> None:
        file = reader.f_code.co_filename
        if file.startswith(root) and file not in hidden:
            code = getattr(owner, "__code__", None)
            if getattr(code, "co_filename", None) in hidden:
                say("read-code-under-test", f"__code__ of {getattr(owner, '__qualname__', '?')}"[:200])

    def on_connect(address: object) -> None:
        if isinstance(address, tuple) and address[1] in ports:
            return
        if by_learner(LIBRARIES):
            say("socket", str(address)[:200])

    sys.addaudithook(hook)
