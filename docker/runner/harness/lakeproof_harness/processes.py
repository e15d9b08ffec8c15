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


def of_user(uid: int) -> Iterator[int]:
    """Ids of the processes whose owner is `uid`, zombies left out."""
    for entry in os.listdir("/proc"):  # noqa: PTH208 -- names are enough, and this runs often
        if not entry.isdigit():
            continue
        try:
            status = Path(f"/proc/{entry}/status").read_text(errors="replace")
        except OSError:
            continue
        if _field(status, "Uid").split()[:1] == [str(uid)] and not _field(status, "State").startswith("Z"):
            yield int(entry)


def _field(status: str, name: str) -> str:
    for line in status.splitlines():
        if line.startswith(name + ":"):
            return line.partition(":")[2].strip()
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


def remove_owned(root: Path, uid: int, keep: set[Path]) -> None:
    """Removes what `uid` owns directly under `root`, but for the paths in `keep`.

    Never follows a link: `shutil.rmtree` works by descriptors.
    """
    with contextlib.suppress(OSError), os.scandir(root) as entries:
        for entry in entries:
            path = Path(entry.path)
            if path in keep:
                continue
            with contextlib.suppress(OSError):
                seen = entry.stat(follow_symlinks=False)
                if seen.st_uid != uid:
                    continue
                if stat.S_ISDIR(seen.st_mode):
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)
