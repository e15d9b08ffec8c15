"""What the zygote is asked for (a learner's name with a descriptor) and answers (a line of JSON)."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ready:
    """The zygote has imported everything."""

    pid: int


@dataclass(frozen=True)
class Forked:
    """The process that was asked for."""

    pid: int


@dataclass(frozen=True)
class Reaped:
    """A process has ended, with this wait status."""

    pid: int
    status: int


Answer = Ready | Forked | Reaped

ANSWERS: dict[str, type[Answer]] = {"ready": Ready, "forked": Forked, "ended": Reaped}
ANSWER_OF = {answer: kind for kind, answer in ANSWERS.items()}


def write_answer(answer: Answer) -> bytes:
    """An answer as a line."""
    return json.dumps({"kind": ANSWER_OF[type(answer)], **vars(answer)}).encode() + b"\n"


def read_answer(line: bytes) -> Answer:
    """The answer a line holds. No learner's code runs in the zygote: it is believed."""
    said: dict[str, Any] = json.loads(line)
    return ANSWERS[said.pop("kind")](**said)


def ask_for_process(control: socket.socket, learner: str, connection: socket.socket) -> None:
    """Asks the zygote for a process that becomes `learner` and talks on `connection`."""
    socket.send_fds(control, [learner.encode()], [connection.fileno()])


def asked_for(control: socket.socket) -> tuple[str, socket.socket] | None:
    """The next request, in the zygote: the learner and the connection. None when the harness has gone."""
    name, descriptors, _, _ = socket.recv_fds(control, 64, 1)
    if not name or not descriptors:
        return None
    return name.decode(), socket.socket(fileno=descriptors[0])
