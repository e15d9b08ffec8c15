"""Writes the batches of an exercise: the reference, and for each variant only the files that differ."""

import json
import shutil
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

DAY = Path(__file__).resolve().parents[2] / "day-2-data-tests"

Row = dict[str, Any]
Files = Mapping[str, str]


def json_lines(rows: Iterable[Row]) -> str:
    """One JSON object a line; decimals as numbers. No row gives an empty file."""
    return "".join(json.dumps(row, default=_plain, ensure_ascii=False) + "\n" for row in rows)


def csv(header: str, rows: Iterable[Iterable[Any]]) -> str:
    """Values without commas or quotes; None is an empty field."""
    lines = [",".join("" if value is None else str(value) for value in row) for row in rows]
    return "\n".join([header, *lines]) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{value!r} has no place in a batch")


class Batches:
    """The batches of one exercise. Paths are relative to `reference/`."""

    def __init__(self, slug: str, reference: Files) -> None:
        self._exercise = DAY / slug
        self._reference = reference
        _write(self._exercise / "reference", reference)

    def variant(self, name: str, files: Files) -> None:
        """Writes `variants/<name>/`. A file that equals the reference's is left out."""
        folder = self._exercise / "variants" / name
        if folder.exists():
            shutil.rmtree(folder)
        overlay = {path: text for path, text in files.items() if self._reference.get(path) != text}
        if not overlay:
            raise ValueError(f"{folder} would hold nothing: the variant equals the reference")
        _write(folder, overlay)


def _write(folder: Path, files: Files) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
