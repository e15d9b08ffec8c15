import faulthandler
import sys

faulthandler.disable()


def test_overflows():
    sys.setrecursionlimit(10**9)

    def deeper(value):
        return [deeper(value)]

    class Deep:
        def __repr__(self):
            return repr(self)

    import _ctypes  # noqa: F401
    import ctypes

    ctypes.string_at(0)
