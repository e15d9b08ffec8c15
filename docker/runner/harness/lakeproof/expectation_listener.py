"""Adds to a SparkContext the listener that writes down what expectations count.

Imports nothing of PySpark: the sandbox's owner of the JVM uses it too.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("ExpectationListener.java")


def install(jvm: Any, context: Any, root: Path) -> None:
    """Compiles the listener by the compiler that Spark carries along, and adds it to a SparkContext.

    `jvm` is Py4J's view of its JVM, `root` the folder in which it looks for folders of `new_folder`.
    """
    compiler = getattr(jvm, "org.codehaus.janino.SimpleCompiler")()
    compiler.cook(SOURCE.read_text())
    listener = compiler.getClassLoader().loadClass("lakeproof.ExpectationListener")
    text = getattr(jvm, "java.lang.Class").forName("java.lang.String")
    types = _array_of_one(jvm, "java.lang.Class", text)
    values = _array_of_one(jvm, "java.lang.Object", str(root))
    context.addSparkListener(listener.getConstructor(types).newInstance(values))


def new_folder(root: Path) -> Path:
    """Makes a folder for the counts of one process. Its name can't be guessed."""
    folder = root / str(uuid.uuid4())
    folder.mkdir()
    return folder


def _array_of_one(jvm: Any, element: str, value: Any) -> Any:
    array = getattr(jvm, "java.lang.reflect.Array").newInstance(
        getattr(jvm, "java.lang.Class").forName(element), 1
    )
    array[0] = value
    return array
