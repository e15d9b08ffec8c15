"""A pipeline's definitions, wherever they stand: in files, in a module, in a function of a test."""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from pyspark.pipelines.add_pipeline_analysis_context import add_pipeline_analysis_context
from pyspark.pipelines.block_session_mutations import block_session_mutations
from pyspark.sql import SparkSession

Definitions = str | Path | ModuleType | Callable[..., object]


def register(definitions: Definitions, spark: SparkSession, graph: str, registry: Any) -> None:
    """Adds to a graph what is defined.

    `registry` is PySpark's for this graph, and must be the one in use (`graph_element_registration_context`).

    Raises:
        FileNotFoundError: there is nothing where definitions should be.
    """
    with (
        add_pipeline_analysis_context(spark=spark, dataflow_graph_id=graph, flow_name=None),
        block_session_mutations(),
    ):
        if callable(definitions) and not isinstance(definitions, ModuleType):
            definitions(*([spark] if inspect.signature(definitions).parameters else []))
            return
        for file in _files(definitions):
            if file.suffix == ".sql":
                registry.register_sql(file.read_text(), file)
            else:
                _execute(file, spark)


def _files(definitions: str | Path | ModuleType) -> list[Path]:
    path = Path(str(definitions.__file__) if isinstance(definitions, ModuleType) else definitions)
    if not path.exists():
        raise FileNotFoundError(f"There are no pipeline definitions at {path}.")
    if path.is_file():
        return [path]
    found = [file for pattern in ("*.py", "*.sql") for file in path.rglob(pattern)]
    return sorted(file for file in found if "__pycache__" not in file.parts)


def _execute(file: Path, spark: SparkSession) -> None:
    """Runs a file anew each time: definitions register when they are executed, not when imported."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    module.__dict__["spark"] = spark
    spec.loader.exec_module(module)
