"""Lets Spark, which runs as another user, read and write the files a suite makes.

On a laptop the tests and the JVM are one user, so private folders and files (`tmp_path`,
`tempfile.mkdtemp`, `NamedTemporaryFile`) can be handed to Spark. Here they share a group: what
would be private to the user is made private to the user and Spark.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

PRIVATE = 0o700
GROUP = 0o070


def share_private_files() -> None:
    """Adds the group's rights wherever the standard library asks for the user's alone."""
    os.umask(0o002)
    make_folder, open_file, change_mode = os.mkdir, os.open, os.chmod

    def mkdir(path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        make_folder(path, shared(mode), dir_fd=dir_fd)

    def open_(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        return open_file(path, flags, shared(mode), dir_fd=dir_fd)

    def chmod(path: Any, mode: int, *, dir_fd: int | None = None, follow_symlinks: bool = True) -> None:
        change_mode(path, shared(mode), dir_fd=dir_fd, follow_symlinks=follow_symlinks)

    os.mkdir = mkdir
    os.open = open_
    os.chmod = chmod
    # shutil.rmtree and friends ask whether os functions take descriptors.
    for ours, theirs in ((mkdir, make_folder), (open_, open_file), (chmod, change_mode)):
        for supported in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
            if theirs in supported:
                supported.add(ours)
    tempfile.tempdir = None


def shared(mode: int) -> int:
    """The mode with the group's rights where it would be the user's alone."""
    return mode | (mode & PRIVATE) >> 3 if not mode & GROUP else mode
