import os
import signal
import time


def test_sleeps():
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            continue
    os.fork()
    time.monotonic = time.time = lambda: 0.0
    while True:
        time.sleep(1000)
