import asyncio

import pytest

from lakeproof_harness.matrix import to_its_end


def test_cleaning_up_ends_before_whoever_was_cancelled_twice_goes_on() -> None:
    steps: list[str] = []

    async def clean_up(go_on: asyncio.Event) -> None:
        await go_on.wait()
        steps.append("cleaned")

    async def scenario() -> None:
        go_on = asyncio.Event()
        caller = asyncio.ensure_future(to_its_end(clean_up(go_on)))
        for _ in range(2):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            caller.cancel()
        await asyncio.sleep(0)
        assert not caller.done()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await caller
        steps.append("told")

    asyncio.run(scenario())
    assert steps == ["cleaned", "told"]


def test_a_fault_in_cleaning_up_is_raised() -> None:
    async def fails() -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        asyncio.run(to_its_end(fails()))
