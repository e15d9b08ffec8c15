import mmap


def test_gulps():
    populate = 0x8000
    mmap.mmap(-1, 4 << 30, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | populate)
