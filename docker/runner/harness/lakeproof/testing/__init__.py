"""Helpers for tests of Spark pipelines: in the sandbox, and on a laptop with the same PySpark."""

from lakeproof.testing.pipelines import PipelineFailed, PipelineRun, run_pipeline

__all__ = ["PipelineFailed", "PipelineRun", "run_pipeline"]
