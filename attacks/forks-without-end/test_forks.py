import os


def test_forks():
    if os.fork() == 0:
        while True:
            try:
                os.fork()
            except OSError:
                continue
