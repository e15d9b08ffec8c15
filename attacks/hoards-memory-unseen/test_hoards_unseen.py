import os


def test_hoards():
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("0")
    kept = []
    block = b"x" * (1 << 20)
    while True:
        try:
            descriptor = os.memfd_create("kept")
        except OSError:
            if os.fork():
                os.wait()
            kept.clear()
            continue
        kept.append(descriptor)
        for _ in range(31):
            os.write(descriptor, block)
