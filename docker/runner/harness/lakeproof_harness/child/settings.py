"""Settings of Spark that the sandbox decides, whatever a suite's builder asks for."""

from __future__ import annotations

FIXED = ("spark.master", "spark.driver.", "spark.executor.", "spark.jars", "spark.ui.", "spark.local.dir")


def is_fixed(key: str) -> bool:
    """Whether asking for this setting has no effect here."""
    return key.startswith(FIXED)
