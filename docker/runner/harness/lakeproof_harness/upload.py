"""Reads the tar of a job, which holds strangers' files, without ever writing it to disk."""

from __future__ import annotations

import io
import re
import tarfile
from dataclasses import dataclass, field

from lakeproof_harness.protocol import Nonsense

MOST_FILES = 20_000
SEGMENT = re.compile(r"[^/\\\x00-\x1f\x7f]+")

Files = dict[str, bytes]


@dataclass
class Upload:
    """The files of a job by their paths: the reference, each variant's overlay, the submission.

    A job of trusted content has a submission for each variant instead: `submissions`.
    """

    reference: Files = field(default_factory=dict)
    overlays: dict[int, Files] = field(default_factory=dict)
    submission: Files = field(default_factory=dict)
    submissions: dict[int, Files] = field(default_factory=dict)


def read_tar(data: bytes) -> Upload:
    """Takes a tar apart, in memory.

    Raises:
        Nonsense: for links, devices, paths that are absolute or hold "..", files outside
            reference/, variants/<n>/, submission/ and submissions/<n>/, and anything that is there twice.
    """
    upload = Upload()
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for count, member in enumerate(archive):
                if count >= MOST_FILES:
                    raise Nonsense(f"the tar holds more than {MOST_FILES} entries")
                _add(upload, archive, member)
    except tarfile.TarError as error:
        raise Nonsense(f"the tar can't be read: {error}") from error
    return upload


def _add(upload: Upload, archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    parts = _segments(member.name)
    if member.isdir():
        return
    if not member.isreg():
        raise Nonsense(f"the tar's {member.name!r} is neither a file nor a folder")
    stream = archive.extractfile(member)
    assert stream is not None
    files, path = _place(upload, parts, member.name)
    if path in files:
        raise Nonsense(f"the tar's {member.name!r} is there twice")
    files[path] = stream.read()


def _segments(name: str) -> list[str]:
    parts = name.removesuffix("/").split("/")
    if not all(SEGMENT.fullmatch(part) and part not in (".", "..") for part in parts):
        raise Nonsense(f"the tar's {name!r} is not a plain relative path")
    return parts


def _place(upload: Upload, parts: list[str], name: str) -> tuple[Files, str]:
    match parts:
        case ["reference", first, *rest]:
            return upload.reference, "/".join([first, *rest])
        case ["submission", first, *rest]:
            return upload.submission, "/".join([first, *rest])
        case ["variants" | "submissions" as folder, number, first, *rest] if _is_number(number):
            those = upload.overlays if folder == "variants" else upload.submissions
            return those.setdefault(int(number), {}), "/".join([first, *rest])
    raise Nonsense(f"the tar's {name!r} lies in none of the folders of a job")


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii()
