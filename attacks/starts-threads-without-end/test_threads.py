import threading

import pytest


def test_threads_have_an_end():
    started = []
    forever = threading.Event()
    with pytest.raises(RuntimeError):
        for _ in range(5000):
            thread = threading.Thread(target=forever.wait, daemon=True)
            thread.start()
            started.append(thread)
    assert 50 < len(started) < 1000
    forever.set()
    for thread in started:
        thread.join()
