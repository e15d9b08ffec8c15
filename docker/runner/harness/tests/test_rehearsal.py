"""The suites that warm a sandbox: one that fails would leave it cold without a word."""

import pytest

from lakeproof_harness import rehearsal


@pytest.mark.parametrize("engine", rehearsal.SUITES)
def test_the_rehearsal_passes(sandbox, engine):
    (task, _) = rehearsal.pair(engine, slow=True)
    files = {f"reference/{path}": data.decode() for path, data in task.folder.files.items()}
    events = sandbox.run(files, engine=engine)

    assert events.end(0) == ("finished", "")
    assert len(events.of("test")) >= 3
    assert {event["id"]: event["message"] for event in events.of("test")} == dict.fromkeys(
        (event["id"] for event in events.of("test")), ""
    )
