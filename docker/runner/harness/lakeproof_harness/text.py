"""Cuts text to what the protocol allows."""

from __future__ import annotations

import hashlib


def clean(text: str) -> str:
    """Without NUL characters and lone surrogates, which JSON readers and databases refuse."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def units(text: str) -> int:
    """Length in UTF-16 code units, as the host counts."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def cut(text: str, most: int) -> str:
    """At most `most` UTF-16 code units from the start of `text`, cleaned."""
    text = clean(text[:most])
    while units(text) > most:
        text = text[: len(text) - max(1, (units(text) - most) // 2)]
    return text


def cut_bytes(text: str, most: int) -> str:
    """At most `most` bytes of UTF-8 from the start of `text`, cleaned."""
    return clean(text[:most]).encode()[:most].decode(errors="ignore")


def cut_id(test: str, most: int) -> str:
    """A test's id, cut so that two ids never become the same one."""
    test = clean(test)
    if units(test) <= most:
        return test
    mark = "~" + hashlib.sha256(test.encode()).hexdigest()[:8]
    return cut(test, most - len(mark)) + mark
