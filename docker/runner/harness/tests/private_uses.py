"""Finds in Python files where they reach for what is private to Spark, Py4J or pytest.

By the syntax tree, so names only. It can't tell whose attribute a name is, sees no name that is put
together at run time, and takes no method of a Java object (`context.statusStore()`) for one: those are in
the list by hand.
"""

import ast
import importlib.util
import re
from pathlib import Path

# What their documentation offers.
PUBLIC_MODULES = {
    "delta.tables",
    "py4j",
    "py4j.clientserver",
    "py4j.java_gateway",
    "py4j.protocol",
    "pyspark",
    "pyspark.errors",
    "pyspark.ml.linalg",
    "pyspark.pandas",
    "pyspark.pipelines",
    "pyspark.sql",
    "pyspark.sql.functions",
    "pyspark.sql.streaming",
    "pyspark.sql.types",
    "pyspark.sql.window",
    "pyspark.testing",
}
LIBRARIES = ("pyspark", "py4j", "delta")
JAVA_CLASS = re.compile(r"(?:org\.apache\.spark|org\.codehaus|io\.delta|scala)\.[A-Za-z0-9_.$]+")
# A frame of Python, the end of a process, and how names of expectations end.
NOT_PRIVATE = {"_getframe", "_exit", "_or_drop", "_or_fail"}


def uses_in(source):
    """Names of private attributes, dotted names of private modules and of what is imported from them, and
    names of Java classes."""
    tree = ast.parse(source)
    own = set(_defined(tree))
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) if _is_private(name) and name not in own:
                yield name
            case ast.Import(names=names):
                yield from (alias.name for alias in names if _is_private_module(alias.name))
            case ast.ImportFrom(module=module, names=names):
                for alias in names:
                    if _is_private_module(module) or _is_private_module(f"{module}.{alias.name}"):
                        yield f"{module}.{alias.name}"
            case ast.Constant(value=str(text)) if node not in prose and text not in own:
                if _is_private(text) or JAVA_CLASS.fullmatch(text) or _is_private_module(text):
                    yield text


def calls_in(source):
    """Names of attributes, and strings, which may name one."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                yield name


def _is_private(name):
    return (
        bool(re.fullmatch(r"_[a-z]\w*", name))
        and not name.startswith("_lakeproof")
        and name not in NOT_PRIVATE
    )


def _is_private_module(name):
    library, *_ = name.split(".")
    return library == "_pytest" or (library in LIBRARIES and name not in PUBLIC_MODULES and _is_module(name))


def _is_module(name):
    try:
        return importlib.util.find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):
        return False


def _defined(tree):
    """Names that a file defines itself: another's of the same name are not seen in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            for part in ast.walk(node):
                match part:
                    case ast.AnnAssign(target=ast.Name(id=name)):
                        yield name
                    case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                        yield name


def python_files(package):
    """The files of a package by their module's name."""
    root = Path(package.__file__).parent
    for path in sorted(root.rglob("*.py")):
        yield (
            ".".join([root.name, *path.relative_to(root).with_suffix("").parts]).removesuffix(".__init__"),
            path,
        )
