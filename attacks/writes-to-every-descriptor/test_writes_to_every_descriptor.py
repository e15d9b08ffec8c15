import os
import stat


def test_writes():
    mine = [int(name) for name in os.listdir("/proc/self/fd")]
    while True:
        for descriptor in mine:
            try:
                if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                    os.write(descriptor, b"x" * 65536)
            except OSError:
                continue
