"""Runs a learner's suite against the variants of an exercise, inside a sandbox.

Three programs: `main` (root) supervises, `jvm.owner` (user spark) keeps one warm Spark, and
`child.zygote` forks a process for each variant, which becomes a learner user before any of the
learner's code is read.
"""
