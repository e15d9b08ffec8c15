"""Helpers for tests of Spark pipelines: in the sandbox, and on a laptop with PySpark 4.2."""

from lakeproof.testing.pipelines import PipelineFailed, PipelineRun, run_pipeline

__all__ = ["PipelineFailed", "PipelineRun", "run_pipeline"]
