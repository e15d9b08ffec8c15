"""How a variant's process ended, in the words of the protocol."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass

from lakeproof_harness.events import VariantEnd
from lakeproof_harness.reports import Reports
from lakeproof_harness.zygote_client import Process


@dataclass
class Ending:
    """One of the protocol's kinds of end, and a sentence where it needs one."""

    end: VariantEnd
    message: str = ""


def how_it_ended(reports: Reports, process: Process, kernel_killed: bool) -> Ending:
    """How a process ended that nobody ended from outside, by its reports and its wait status.

    `kernel_killed`: the kernel ended a process of the container meanwhile, because memory was used up.
    """
    doing = reports.doing
    if reports.end is not None:
        missing = len(reports.tests) - len(reports.ended_tests)
        if reports.end == "finished" and missing > 0:
            return Ending("exited", f"pytest ended before {missing} of {len(reports.tests)} tests were run")
        return Ending(reports.end, reports.end_message and f"{reports.end_message} ({doing})")
    if not process.ended.done():
        return Ending("exited", f"The process stopped reporting while {doing}")
    status = process.ended.result()
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGKILL and kernel_killed:
            return Ending("out-of-memory", f"The sandbox's memory was used up while {doing}")
        return Ending("exited", f"The process was ended by signal {number} while {doing}")
    code = os.waitstatus_to_exitcode(status)
    return Ending("exited", f"The process ended itself with exit code {code} while {doing}")


def jvm_lost(reports: Reports, reason: str) -> Ending:
    """How a variant ends that lost its JVM again, though nothing else ran: it is its own doing."""
    # -XX:+ExitOnOutOfMemoryError ends the JVM with code 3.
    if reason.endswith("code 3"):
        return Ending("out-of-memory", f"Spark's memory was used up while {reports.doing}")
    return Ending("exited", f"Spark's JVM was brought down while {reports.doing}: {reason}")
