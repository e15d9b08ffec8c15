"""What one end writes, the other end reads."""

import os
import socket
from typing import get_args

import pytest

from lakeproof_harness.messages import report, zygote
from lakeproof_harness.messages.job import Job, SuiteLimits, read_job, write_job

REPORTS = [
    report.Collected(
        ["test_a.py::test_ä"],
        [{"file": "test_b.py", "reason": "syntax-error", "message": "invalid syntax"}],
        ["an option was left out"],
    ),
    report.At("collecting test_a.py"),
    report.Started("test_a.py::test_ä"),
    report.EndOfTest("test_a.py::test_ä", "failed", "assertion", 0.5, "assert 1 == 2", "printed\n"),
    report.Note("socket", "('1.2.3.4', 80)"),
    report.Names({"functions": "org.apache.spark.sql.functions"}),
    report.Ended("exited", "sys.exit(3) ended pytest"),
]


@pytest.mark.parametrize("said", REPORTS, ids=lambda said: type(said).__name__)
def test_a_report_is_heard_as_it_was_said(said):
    line = report.write_report(said)

    assert line.index(b"\n") == len(line) - 1
    assert report.read_report(line) == said


def test_each_kind_of_report_is_tried():
    assert {type(said) for said in REPORTS} == set(get_args(report.Report)) == set(report.KINDS.values())


def test_a_job_comes_over_a_socket_in_pieces_as_it_was_sent():
    job = Job(
        token="a1",
        engine="classic",
        door={"port": 1, "secret": "s"},
        options={"spark.sql.ansi.enabled": "false"},
        files={"data/ä.bin": bytes(range(256)) * 4000, "test_a.py": b""},
        under_test=["pipeline.py"],
        paths=[],
        notes=["left out"],
        names={"java": ""},
        learn=True,
        limits=SuiteLimits(1, 2, 3, 4, 5),
    )
    harness, child = socket.socketpair()
    with harness, child:
        if os.fork() == 0:
            harness.sendall(write_job(job))
            os._exit(0)
        assert read_job(child) == job
        os.wait()


def test_a_harness_that_has_gone_sends_no_job():
    harness, child = socket.socketpair()
    with child:
        harness.close()
        with pytest.raises(EOFError):
            read_job(child)


@pytest.mark.parametrize("said", [zygote.Ready(7), zygote.Forked(8), zygote.Reaped(8, 9)])
def test_the_zygote_is_understood(said):
    assert zygote.read_answer(zygote.write_answer(said)) == said


def test_the_zygote_gets_a_connection_of_its_own_and_learns_when_the_harness_has_gone():
    harness, control = socket.socketpair()
    ours, theirs = socket.socketpair()
    with control, ours:
        zygote.ask_for_process(harness, "learner1", theirs)
        theirs.close()
        learner, connection = zygote.asked_for(control)
        with connection:
            connection.sendall(b"hello")
        assert (learner, ours.recv(10)) == ("learner1", b"hello")
        harness.close()
        assert zygote.asked_for(control) is None
