import asyncio
import concurrent.futures
import multiprocessing
import signal
import threading

import pytest


def double(x):
    return 2 * x


def test_pool():
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(double, [1, 2]) == [2, 4]


def test_forked_process():
    queue = multiprocessing.get_context("fork").Queue()
    process = multiprocessing.get_context("fork").Process(target=queue.put, args=(5,))
    process.start()
    assert queue.get(timeout=20) == 5
    process.join()
    assert process.exitcode == 0


def test_process_pool():
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        assert pool.submit(double, 4).result(timeout=30) == 8


def test_thread_pool_on_spark(spark):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(lambda n: spark.range(n).count(), range(1, 6))) == [1, 2, 3, 4, 5]


def test_asyncio(spark):
    async def count(n):
        return await asyncio.to_thread(spark.range(n).count)

    async def both():
        return await asyncio.gather(count(2), count(3))

    assert asyncio.run(both()) == [2, 3]


def test_alarm():
    def ring(signum, frame):
        raise TimeoutError("too slow")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(TimeoutError):
            threading.Event().wait(10)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_exception_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def test_system_exit():
    raise SystemExit(3)


def test_keyboard_is_not_pressed():
    with pytest.raises(KeyboardInterrupt):
        raise KeyboardInterrupt


def test_after_all_that(spark):
    assert spark.range(2).count() == 2


async def test_coroutine():
    assert False
