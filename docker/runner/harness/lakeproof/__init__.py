"""Lakeproof for Python: what tests of pipelines may import."""
