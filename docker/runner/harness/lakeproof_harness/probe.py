"""Looks whether what the harness reaches for is in the Spark that is installed (private_names.py).

    python -m lakeproof_harness.probe

Run in the image's build, which fails with what is gone. It looks for names: whether they still do what
they did, the tests and `npm run conformance` tell (docs/upgrading-spark.md).
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from py4j.clientserver import ClientServer, JavaParameters, PythonParameters
from py4j.protocol import Py4JJavaError

from lakeproof import expectation_listener
from lakeproof.testing.pipelines import QUICK
from lakeproof_harness.child import attach_cluster
from lakeproof_harness.jvm import flags
from lakeproof_harness.jvm.launch import start_jvm
from lakeproof_harness.jvm.session import CLASSIC_OPTIONS
from lakeproof_harness.private_names import IN_JAVA, IN_PYTHON


def gone_from_python() -> Iterator[str]:
    """Names of Python that aren't there."""
    return (f"{entry.name} ({entry.why})" for entry in IN_PYTHON if not in_python(entry.name))


def in_python(name: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for part in parts[count:]:
            if not hasattr(owner, part):
                return inspect.isclass(owner) and part == parts[-1] and part in _set_by_methods(owner)
            owner = getattr(owner, part)
        return True
    return False


def _set_by_methods(owner: type) -> set[str]:
    found = set()
    for kind in owner.__mro__:
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
        except (OSError, TypeError):
            # Built in: it has no source.
            continue
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(id="self"), attr=attribute, ctx=ast.Store()):
                    found.add(attribute)
    return found


def gone_from_java(jvm: Any) -> Iterator[str]:
    """Classes and methods that aren't in the JVM."""
    methods = {name: methods_of(jvm, name) for name in {entry.name for entry in IN_JAVA}}
    for entry in IN_JAVA:
        found = methods[entry.name]
        if found is None:
            yield f"class {entry.name} ({entry.why})"
        else:
            yield from (f"{entry.name}.{name} ({entry.why})" for name in entry.methods if name not in found)


def methods_of(jvm: Any, name: str) -> set[str] | None:
    """The public methods of a class, inherited ones too; None when there is no such class."""
    loader = getattr(jvm, "java.lang.ClassLoader").getSystemClassLoader()
    try:
        kind = getattr(jvm, "java.lang.Class").forName(name, False, loader)
    except Py4JJavaError:
        return None
    return {str(method.getName()) for method in kind.getMethods()}


def unknown_settings(jvm: Any, settings: Iterable[str]) -> Iterator[str]:
    """Settings that Spark SQL doesn't know: they would have no effect, without a word."""
    # Made when it is first asked for, and its settings are known from then on.
    assert getattr(getattr(jvm, "org.apache.spark.sql.internal.StaticSQLConf$"), "MODULE$")
    known = getattr(getattr(jvm, "org.apache.spark.sql.internal.SQLConf$"), "MODULE$")
    for key in settings:
        if key.startswith("spark.sql.") and not known.containsConfigKey(key):
            yield f"the setting {key}"


def not_compiling(jvm: Any) -> Iterator[str]:
    """Why the listener of expectations, which is compiled when it is first used, doesn't compile."""
    try:
        getattr(jvm, "org.codehaus.janino.SimpleCompiler")().cook(expectation_listener.SOURCE.read_text())
    except Py4JJavaError as error:
        yield f"{expectation_listener.SOURCE.name} does not compile: {error.java_exception.getMessage()}"


@contextlib.contextmanager
def a_jvm() -> Iterator[Any]:
    """Spark's JVM as the sandbox starts it, for a moment, without a SparkContext."""
    running = start_jvm()
    gateway = ClientServer(
        JavaParameters(port=running.port, auth_token=running.secret, auto_convert=True),
        PythonParameters(port=0, eager_load=False),
    )
    try:
        yield gateway.jvm
    finally:
        gateway.shutdown()
        running.process.kill()
        running.process.wait()


def main() -> None:
    """Ends with 1 and the names when some are gone."""
    with a_jvm() as jvm:
        gone = [
            *gone_from_python(),
            *gone_from_java(jvm),
            *unknown_settings(jvm, [*flags.SETTINGS, *CLASSIC_OPTIONS, *attach_cluster.DEFAULTS, *QUICK]),
            *not_compiling(jvm),
        ]
    if gone:
        sys.exit("The harness reaches for what this Spark doesn't have:\n  " + "\n  ".join(gone))
    print(f"{len(IN_PYTHON)} names of Python and {len(IN_JAVA)} of Java are there")


if __name__ == "__main__":
    main()
