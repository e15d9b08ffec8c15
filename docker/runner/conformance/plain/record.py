"""A pytest plugin that writes down how each test ended and which files could not be collected.

It is all that is added to plain pytest, and shares no code with the harness: two that agree by one
mistake would prove nothing.
"""

import json
import os
from pathlib import Path

import pytest

ended: dict[str, dict[str, str | None]] = {}
uncollected: dict[str, str] = {}


def cause(error):
    """An assertion is what judges: pytest's, unittest's, PySpark's or chispa's."""
    if isinstance(error, AssertionError | pytest.fail.Exception):
        return "assertion"
    kinds = [f"{kind.__module__}.{kind.__name__}" for kind in type(error).__mro__]
    judged = any(kind.endswith(".PySparkAssertionError") or kind.startswith("chispa.") for kind in kinds)
    return "assertion" if judged else "exception"


def reason(error):
    """Why a file could not be collected; pytest wraps what Python raised."""
    while error is not None:
        if isinstance(error, SyntaxError):
            return "syntax-error"
        if isinstance(error, ImportError):
            return "import-error"
        error = error.__cause__
    return "collection-error"


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    if report.failed:
        uncollected[collector.nodeid] = reason(report.call.excinfo.value)
    return report


def pytest_collection_finish(session):
    for item in session.items:
        ended[item.nodeid] = {"outcome": "not run", "cause": None, "message": ""}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    cell = ended[item.nodeid]
    if report.failed and cell["outcome"] != "failed":
        crash = getattr(report.longrepr, "reprcrash", None)
        cell["outcome"] = "failed" if call.when == "call" else "error"
        # A test that should have failed and passed has no exception.
        cell["cause"] = cause(call.excinfo.value) if call.excinfo else "assertion"
        cell["message"] = str(crash.message if crash else report.longrepr)
    elif report.skipped and cell["outcome"] in ("not run", "passed"):
        cell["outcome"] = "skipped"
    elif report.passed and cell["outcome"] == "not run" and call.when == "call":
        cell["outcome"] = "passed"
    return report


def pytest_sessionfinish():
    Path(os.environ["RECORD"]).write_text(json.dumps({"tests": ended, "uncollected": uncollected}))
