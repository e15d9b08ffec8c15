import atexit
import threading
import time


def loop():
    while True:
        time.sleep(0.1)


class Finaliser:
    def __del__(self):
        loop()


KEPT = Finaliser()


def test_leaves_loops():
    atexit.register(loop)
    threading.Thread(target=loop, daemon=False).start()
