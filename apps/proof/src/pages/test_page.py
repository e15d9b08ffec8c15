"""Runs the blocks of a page, or a template's own tests, inside the sandbox: one test a block, in order.

The host puts page.json beside this file: {"blocks": [{"kind", "code", "file"}]}. Each test prints one line
of JSON, which says what came of its block; the host compares it with what the page shows.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import io
import json
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import SparkSession

PYTEST = ("-p", "no:cacheprovider", "-p", "pytest_mock", "-p", "pytest_describe.plugin", "--capture=sys")
MARK = "lakeproof-block:"
HERE = Path(__file__).parent
BLOCKS: list[dict[str, Any]] = json.loads((HERE / "page.json").read_text("utf-8"))["blocks"]
JVM_STACK = re.compile(r"\n+JVM stacktrace:.*", re.DOTALL)
WRITTEN: set[str] = set()
# As a script's: classes and functions of the page go to Spark's Python workers by value.
NAMES: dict[str, Any] = {"__name__": "__main__"}


class Lines:
    """A pytest plugin that collects what pytest's short summary would say, in the order of running."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self.said: list[str] = []

    @pytest.fixture(scope="session", name="spark")
    def spark_session(self) -> SparkSession:
        """The page's own session; a conftest.py may define another."""
        return spark()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that can't be imported is an error of its own."""
        if report.failed:
            self.said.append(f"ERROR {report.nodeid} - {last_error(report.longreprtext)}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One line a test, and one more for an error in its set-up or tear-down."""
        if report.when == "call" or not report.passed:
            self.said.append(line_of(report))


def line_of(report: pytest.TestReport) -> str:
    """`FAILED test_x.py::test_a - assert 1 == 2`, as in pytest's short summary."""
    expected = hasattr(report, "wasxfail")
    if report.failed:
        crash = getattr(report.longrepr, "reprcrash", None)
        message = first_line(crash.message if crash else report.longreprtext)
        return f"{'FAILED' if report.when == 'call' else 'ERROR'} {report.nodeid} - {message}"
    if report.skipped:
        reason = report.wasxfail if expected else report.longrepr[2] if report.longrepr else ""
        reason = str(reason).removeprefix("Skipped: ")
        return f"{'XFAIL' if expected else 'SKIPPED'} {report.nodeid}" + (f" - {reason}" if reason else "")
    return f"{'XPASS' if expected else 'PASSED'} {report.nodeid}"


def first_line(text: str) -> str:
    """Of a message that may begin with empty lines."""
    return next((line for line in text.splitlines() if line.strip()), "")


def last_error(text: str) -> str:
    """The line of a traceback that names the exception."""
    lines = [line[1:].strip() for line in text.splitlines() if line.startswith("E ")]
    return lines[-1] if lines else first_line(text)


def spark() -> SparkSession:
    """The page's session: made when it is first asked for, and again after a page or a fixture stopped it."""
    if "spark" not in NAMES:
        NAMES["spark"] = SparkSession.builder.getOrCreate()
    session: SparkSession = NAMES["spark"]
    return session


def reads_spark(code: str) -> bool:
    """Whether code uses the name spark before it gives it a meaning of its own."""
    names = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name) and node.id == "spark"]
    first = min(names, key=lambda node: (node.lineno, node.col_offset), default=None)
    return first is not None and isinstance(first.ctx, ast.Load)


def write(file: str, code: str) -> None:
    """Writes a file into the page's folder; the next import sees it, even if one of its name was imported."""
    WRITTEN.add(file)
    target = HERE / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(code + "\n", "utf-8")
    forget(file)


def forget(file: str) -> None:
    """Makes Python import a module anew."""
    if file.endswith(".py"):
        sys.modules.pop(file.removesuffix(".py").replace("/", ".").removesuffix(".__init__"), None)
    importlib.invalidate_caches()


def run_python(code: str, number: int) -> None:
    """Runs code among the names of the blocks before it."""
    if reads_spark(code):
        spark()
    exec(compile(code, f"<block {number}>", "exec"), NAMES)


def run_sql(code: str) -> None:
    """Runs a statement and shows its rows, if it has any."""
    frame = spark().sql(code.strip().removesuffix(";"))
    if frame.columns:
        frame.show(truncate=False)


def run_pytest(*arguments: str) -> None:
    """Runs pytest inside this pytest, and prints its lines instead of its report."""
    lines = Lines()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main([*PYTEST, *arguments], plugins=[lines])
    # A fixture may have stopped the session.
    NAMES.pop("spark", None)
    print("\n".join(lines.said))


def open_project(project: Path) -> None:
    """Makes a template's packages importable where its functions run, as after `pip install -e .`."""
    context = getattr(spark(), "_sc", None)
    if context is not None:
        context.environment["PYTHONPATH"] += f":{project / 'src'}:{project}"


def do(block: dict[str, Any], number: int) -> None:
    """Does with a block what its kind asks for."""
    kind, code, file = block["kind"], block["code"], block.get("file", "")
    match kind:
        case "shown":
            compile(code, f"<block {number}>", "exec")
        case "run" | "raises":
            run_python(code, number)
        case "sql":
            run_sql(code)
        case "file":
            write(file, code)
        case "pytest":
            write(file, code)
            # On a laptop, pytest is a process of its own: it imports everything anew.
            for written in WRITTEN:
                forget(written)
            run_pytest(f"--rootdir={HERE}", "-o", "addopts=", file)
        case "template":
            project = HERE / file
            open_project(project)
            with contextlib.chdir(project):
                run_pytest(f"--rootdir={project}")


@contextlib.contextmanager
def reported() -> Iterator[None]:
    """Prints what a block printed and raised as one line for the host."""
    printed, raised, where = io.StringIO(), None, ""
    try:
        with contextlib.redirect_stdout(printed):
            yield
    except BaseException as error:
        raised = f"{type(error).__name__}: {JVM_STACK.sub('', str(error))}"
        where = "".join(traceback.format_exception(error)[-3:])[-1500:]
    print(MARK + json.dumps({"printed": printed.getvalue(), "raised": raised, "where": where}))


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_block(number: int) -> None:
    """One block; process, folder and names are those of all the page's blocks."""
    with reported():
        do(BLOCKS[number], number)
