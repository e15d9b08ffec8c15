import os
import signal


def test_hoards():
    for _ in range(100):
        if os.fork() == 0:
            kept = [bytearray(b"x") * (1 << 20) for _ in range(32)]
            signal.pause()
            del kept
    signal.pause()
