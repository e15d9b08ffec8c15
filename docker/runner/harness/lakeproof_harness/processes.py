"""Finds and ends processes, and removes files, by the user they belong to."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
COUNTS = (Path("/sys/fs/cgroup/pids.current"), Path("/sys/fs/cgroup/pids/pids.current"))
# How often a user's processes are looked for: each look stops whom the one before missed.
ROUNDS = 50


def of_user(uid: int) -> Iterator[int]:
    """Ids of the processes whose owner is `uid`, zombies left out."""
    for entry in os.listdir("/proc"):  # noqa: PTH208 -- names are enough, and this runs often
        if not entry.isdigit():
            continue
        status = _status(int(entry))
        if _field(status, "Uid").split()[:1] == [str(uid)] and not _field(status, "State").startswith("Z"):
            yield int(entry)


def _field(status: str, name: str) -> str:
    for line in status.splitlines():
        if line.startswith(name + ":"):
            return line.partition(":")[2].strip()
    return ""


def in_container() -> int:
    """Processes and threads of the whole container: one read, however many. 0 when it can't be told."""
    for path in COUNTS:
        with contextlib.suppress(OSError, ValueError):
            return int(path.read_text())
    return 0


def threads(uid: int) -> int:
    """How many threads the processes of a user have, together."""
    return sum(int(_field(_status(pid), "Threads") or 0) for pid in of_user(uid))


def end_all(uid: int) -> None:
    """Ends the processes of a user, one after another.

    All are stopped before the first is killed: one that forks on would take the place of those that end.
    """
    for _ in range(ROUNDS):
        awake = [pid for pid in of_user(uid) if not _is_stopped(pid)]
        if not awake:
            break
        for pid in awake:
            end(pid, signal.SIGSTOP)
    for pid in of_user(uid):
        end(pid)


def _is_stopped(pid: int) -> bool:
    return _field(_status(pid), "State")[:1] in ("T", "X", "")


def _status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text(errors="replace")
    except OSError:
        return ""


def resident_bytes(pid: int) -> int:
    """Memory a process holds for itself: resident less shared with files. 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(fields[1]) - int(fields[2])) * PAGE


def end(pid: int, number: int = signal.SIGKILL) -> None:
    """Sends a signal; a process that is gone is fine."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def owned_in(root: Path, uid: int) -> list[Path]:
    """What `uid` owns directly under `root`."""
    found = []
    with contextlib.suppress(OSError), os.scandir(root) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if entry.stat(follow_symlinks=False).st_uid == uid:
                    found.append(Path(entry.path))
    return found


def remove(path: Path) -> None:
    """Removes a file or a folder, as far as this user may. Folders of its own that were locked are opened.

    Never follows a link: `shutil.rmtree` works by descriptors.
    """
    with contextlib.suppress(OSError):
        if not stat.S_ISDIR(path.lstat().st_mode):
            path.unlink()
            return
        _unlock(path)
        for root, names, _ in os.walk(path):
            for name in names:
                _unlock(Path(root, name))
        shutil.rmtree(path, ignore_errors=True)


def _unlock(folder: Path) -> None:
    # NotImplementedError: it is a link.
    with contextlib.suppress(OSError, NotImplementedError):
        folder.chmod(0o777, follow_symlinks=False)
