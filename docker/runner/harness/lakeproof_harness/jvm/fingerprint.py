"""What must be the same in the JVM after a variant as before it."""

from __future__ import annotations

import hashlib
from typing import Any

from lakeproof_harness.jvm import janitor

# Each shared state leaves its warehouse folder in the context's settings.
WAREHOUSE = "spark.sql.warehouse.dir"
NOT_WAREHOUSE = r"^(?!spark\.sql\.warehouse\.dir$|hive\.metastore\.warehouse\.dir$).*"


def take(jvm: Any, java_context: Any, root: Any, *, alone: bool) -> dict[str, str]:
    """Looks at everything variants share. A few dozen calls, about 10 ms.

    `alone`: no variant runs, so that nothing may run in the JVM either.
    """
    context = java_context.sc()
    if context.isStopped():
        return {"context": "stopped"}
    shared = root.sharedState()
    catalog = shared.externalCatalog()
    found = {
        "context": "running",
        "settings": _digest(_settings(context)),
        "hadoop settings": str(context.hadoopConfiguration().getValByRegex(NOT_WAREHOUSE).hashCode()),
        "time zone": str(getattr(jvm, "java.util.TimeZone").getDefault().getID()),
        "locale": _locale(getattr(jvm, "java.util.Locale")),
        "files": str(context.listFiles().size()),
        "jars": str(context.listJars().size()),
        "first session's settings": str(root.sessionState().conf().settings().hashCode()),
        "first session's databases": str(catalog.listDatabases().size()),
        "first session's tables": str(catalog.listTables("default").size()),
        "first session's cache": str(shared.cacheManager().isEmpty()),
        "first session's streams": str(shared.activeStreamingQueries().size()),
    }
    if alone:
        found["jobs"] = str(len(janitor.active_jobs(context)))
        found["persistent RDDs"] = str(java_context.getPersistentRDDs().size())
        found["tasks"] = str(janitor.running_tasks(context))
    return found


def difference(before: dict[str, str], after: dict[str, str]) -> str:
    """What differs, in words; empty when nothing does. Compares what both hold."""
    changed = [key for key in before if key in after and before[key] != after[key]]
    return "" if not changed else "changed: " + ", ".join(changed)


def _locale(locale: Any) -> str:
    categories = locale.Category.values()
    return ",".join([str(locale.getDefault()), *(str(locale.getDefault(each)) for each in categories)])


def _settings(context: Any) -> str:
    lines = str(context.conf().toDebugString()).splitlines()
    return "\n".join(line for line in lines if not line.startswith(WAREHOUSE))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
