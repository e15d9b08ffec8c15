"""What is said of a test, a file or a run of pytest that did not end well."""

from __future__ import annotations

import re

import pytest
from pyspark.errors import PySparkAssertionError

from lakeproof_harness.messages.report import Cause, WhyNotCollected

# Lines of Java that follow the message of a Spark error.
JVM_STACK = re.compile(r"\n+JVM stacktrace:.*", re.DOTALL)


def end_of_pytest(error: BaseException) -> str:
    """What to say of an exception that ends pytest as a whole."""
    what = f"sys.exit({error.code!r})" if isinstance(error, SystemExit) else repr(error)
    return f"{what} ended pytest"


def reason_of(error: BaseException | None) -> WhyNotCollected:
    """Which kind of failure an error in collecting is: pytest wraps the original."""
    while error is not None:
        if isinstance(error, SyntaxError):
            return "syntax-error"
        if isinstance(error, ImportError):
            return "import-error"
        error = error.__cause__
    return "collection-error"


def cause_of(error: BaseException | None) -> Cause | None:
    """Whether a failure is the test's own judgement or something that went wrong on the way."""
    if error is None:
        return None
    judged = isinstance(error, AssertionError | PySparkAssertionError | pytest.fail.Exception)
    return "assertion" if judged or type(error).__module__.startswith("chispa") else "exception"


def short_explanation(report: pytest.TestReport) -> str:
    """What pytest says in its summary, with all lines of it."""
    crash = getattr(report.longrepr, "reprcrash", None)
    text = crash.message if crash is not None else report.longreprtext
    return JVM_STACK.sub("", str(text))


def skip_reason(report: pytest.TestReport) -> str:
    """Why a test was skipped, or failed as expected."""
    if hasattr(report, "wasxfail"):
        return f"expected to fail: {report.wasxfail}".removesuffix(": ")
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2])
    return report.longreprtext
