import threading


def test_starts_threads():
    forever = threading.Event()
    while True:
        threading.Thread(target=forever.wait, daemon=True).start()
