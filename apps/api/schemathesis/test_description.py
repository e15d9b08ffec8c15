"""The API answers as docs/openapi.json says, whoever asks whatever.

Requests are made by schemathesis from the description: as it allows them, and wrong on purpose. They are the
same in each run. Started by apps/api/src/testing/schemathesis.ts, which runs the API and knows its data.
"""

import json
import os

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

API = os.environ["API_UNDER_TEST"]
# Values of the header Cookie by role, empty for who is not signed in: one to keep, one that may be ended.
SESSIONS: dict[str, tuple[str, str]] = json.loads(os.environ["SESSIONS"])
# Values by the name of a path's parameter that lead somewhere.
KNOWN: dict[str, list[str]] = json.loads(os.environ["KNOWN"])

# Who listens to events is told them for as long as the session lasts: there is no end to wait for.
schema = schemathesis.openapi.from_url(f"{API}/api/openapi.json").exclude(path="/api/events")

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def lead_somewhere(case: Case) -> None:
    """Puts a known value into every second path: a made-up one hardly ever names something."""
    for name, value in case.path_parameters.items():
        known = KNOWN.get(name, [])
        place = len(str(value)) % (2 * len(known) or 1)
        if place < len(known):
            case.path_parameters[name] = known[place]


@pytest.mark.parametrize("role", SESSIONS)
@schema.parametrize()
@settings(
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_answers_as_described(case: Case, role: str) -> None:
    """Neither a fault, nor a status, a header or a body that the description doesn't have."""
    lead_somewhere(case)
    kept, spare = SESSIONS[role]
    session = spare if case.operation.path.endswith("/session") else kept
    headers = {"Cookie": session} if session else {}
    # No worker runs beside this API, and health says so by a 503.
    excluded = [not_a_server_error] if case.operation.path == "/api/health" else []
    case.call_and_validate(base_url=API, headers=headers, checks=CHECKS, excluded_checks=excluded)
