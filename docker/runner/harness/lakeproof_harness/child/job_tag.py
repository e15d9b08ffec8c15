"""The tag by which the owner of the JVM finds a variant's jobs: kept, and kept out of a suite's sight."""

from __future__ import annotations

import uuid
from typing import Any

from pyspark import SparkContext
from pyspark.sql.streaming.listener import QueryStartedEvent


def keep(tag: str) -> None:
    """Changes the functions of PySpark that name or end jobs: they leave siblings' jobs and `tag` alone."""
    stock_group, stock_tags, stock_clear = (
        SparkContext.setJobGroup,
        SparkContext.getJobTags,
        SparkContext.clearJobTags,
    )

    def set_job_group(self: Any, *args: Any, **named: Any) -> None:
        # A thread of its own has not inherited the tag.
        self._jsc.sc().addJobTag(tag)
        stock_group(self, *args, **named)

    def cancel_all_jobs(self: Any) -> None:
        self._jsc.sc().cancelJobsWithTag(tag)

    def cancel_job_group(self: Any, groupId: str) -> None:  # noqa: N803 -- PySpark's own name
        context = self._jsc.sc()
        own = set(context.statusTracker().getJobIdsForTag(tag))
        for job in context.statusTracker().getJobIdsForGroup(groupId):
            if job in own:
                context.cancelJob(job)

    def get_job_tags(self: Any) -> Any:
        tags = getattr(self._jvm, "java.util.HashSet")(stock_tags(self))
        tags.remove(tag)
        return tags

    def clear_job_tags(self: Any) -> None:
        stock_clear(self)
        self._jsc.sc().addJobTag(tag)

    def query_started(event_class: Any, event: Any) -> Any:
        # Stock code (PySpark 4.2) takes a tag for a Java object, and fails on any: with ours, on each query.
        tags, found = event.jobTags().iterator(), set()
        while tags.hasNext():
            found.add(str(tags.next()))
        return event_class(
            id=uuid.UUID(event.id().toString()),
            runId=uuid.UUID(event.runId().toString()),
            name=event.name(),
            timestamp=event.timestamp(),
            jobTags=found - {tag},
        )

    # Stock code would cancel a sibling's jobs too.
    SparkContext.cancelAllJobs = cancel_all_jobs
    SparkContext.cancelJobGroup = cancel_job_group
    SparkContext.setJobGroup = set_job_group
    SparkContext.getJobTags = get_job_tags
    SparkContext.clearJobTags = clear_job_tags
    QueryStartedEvent.fromJObject = classmethod(query_started)
