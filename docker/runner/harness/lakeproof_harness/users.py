"""The users of the sandbox and the folders they may write to."""

from __future__ import annotations

import grp
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

WORK = Path("/work")
SCRATCH = Path("/tmp")
# Where anybody may leave files.
OPEN_TO_ALL = (SCRATCH, Path("/dev/shm"), Path("/dev/mqueue"))


@dataclass(frozen=True)
class Account:
    """A user without rights. `groups` are its further groups."""

    name: str
    uid: int
    gid: int
    groups: list[int]

    @property
    def suite(self) -> Path:
        """Where a learner's suite is laid out; the same path for each variant."""
        return WORK / self.name / "suite"

    @property
    def scratch(self) -> Path:
        """Where a folder for temporary files is made for each variant."""
        return SCRATCH / self.name


def account(name: str) -> Account:
    """The user of that name. Raises KeyError when the image lacks it."""
    user = pwd.getpwnam(name)
    groups = [group.gr_gid for group in grp.getgrall() if name in group.gr_mem]
    return Account(name, user.pw_uid, user.pw_gid, groups)


def make_folders(learner: Account) -> None:
    """Makes the folders in which a learner's processes and Spark may write, and nobody else.

    They belong to root and to the learner's group, of which user spark is a member, and hand that
    group on to what is made in them. Root has no right to give files away (CAP_CHOWN), but may
    choose the group it makes them with.
    """
    os.setegid(learner.gid)
    try:
        for folder in (WORK / learner.name, learner.scratch):
            folder.mkdir()
            # 0o2770: group and its heirs. In this order: a chmod by another group drops the bit.
            folder.chmod(0o2770)
    finally:
        os.setegid(0)
