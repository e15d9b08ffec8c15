"""Puts a variant's folder together: who wins when a path is there twice."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath

from lakeproof_harness.upload import Files, Upload
from lakeproof_harness.users import OPEN_TO_ALL

NAMES_COMMON_PLACE = re.compile(rb"(?:%s)\b" % b"|".join(os.fsencode(place) for place in OPEN_TO_ALL))


@dataclass(frozen=True)
class Folder:
    """The files a variant runs with.

    `under_test` are the paths that are not the learner's, `collect` what pytest is pointed at (all
    when empty), `notes` sentences for the learner.
    """

    files: Files
    under_test: set[str]
    collect: list[str]
    notes: list[str]

    @property
    def names_common_place(self) -> bool:
        """Whether some file names a folder that all share: two variants at a time would meet there."""
        return any(NAMES_COMMON_PLACE.search(data) for data in self.files.values())


def compose(upload: Upload, n: int, mode: str) -> Folder:
    """The folder of variant `n`.

    Mode "tests": the reference, overlaid by the variant; the submission adds files and never
    replaces or shadows one of these, or it would test itself. Mode "code": the learner's code,
    overlaid by the variant; the hidden tests are laid over both and are the only ones collected.
    """
    overlay, submission = upload.overlays.get(n, {}), upload.submissions.get(n, upload.submission)
    if mode == "code":
        files = {**submission, **overlay, **upload.reference}
        hidden = sorted(path for path in upload.reference if _is_test(path))
        return Folder(files, set(upload.reference) | set(overlay), hidden, [])
    ours = {**upload.reference, **overlay}
    theirs = {path: data for path, data in submission.items() if not _replaces(path, ours)}
    notes = [
        f"Your file {path} was left out: it would replace the code that you test."
        for path in sorted(set(submission) - set(theirs))
    ]
    return Folder({**theirs, **ours}, set(ours), [], notes)


def _is_test(path: str) -> bool:
    name = PurePosixPath(path).name
    return fnmatch(name, "test_*.py") or fnmatch(name, "*_test.py")


def _replaces(path: str, ours: Files) -> bool:
    """Whether a submitted path is one of ours, or would be imported in its stead.

    For `pipeline.py` that is also the package `pipeline/` and modules such as `pipeline.so`, which
    Python prefers; for a folder of ours, a file of its name.
    """
    if path in ours:
        return True
    parts = PurePosixPath(path).parts
    for own in ours:
        own_parts = PurePosixPath(own).parts
        module = (*own_parts[:-1], own_parts[-1].partition(".")[0])
        depth = len(module)
        if own.endswith(".py") and len(parts) >= depth and parts[: depth - 1] == module[:-1]:
            is_package = len(parts) > depth and parts[depth - 1] == module[-1]
            is_module = len(parts) == depth and parts[-1].partition(".")[0] == module[-1] and _is_code(path)
            if is_package or is_module:
                return True
        if len(parts) < len(own_parts) and own_parts[: len(parts)] == parts:
            return True
    return False


def _is_code(path: str) -> bool:
    return path.endswith((".py", ".pyc", ".so", ".pyd"))
